package se.statsbidrag.events.access;

import java.util.Arrays;
import java.util.Optional;

/** What a caller is to the agency. A role alone never reaches beyond the organisations or reporters it is bound to. */
public enum Role {
    REPRESENTATIVE(Roles.REPRESENTATIVE),
    DEPUTY(Roles.DEPUTY),
    DATA_COORDINATOR(Roles.DATA_COORDINATOR),
    OFFICER(Roles.OFFICER),
    DECISION_MAKER(Roles.DECISION_MAKER),
    ECONOMIST(Roles.ECONOMIST),
    REGISTER_FEED(Roles.REGISTER_FEED),
    READER(Roles.READER),
    AUDITOR(Roles.AUDITOR),
    OPERATOR(Roles.OPERATOR),
    SISTER_SERVICE(Roles.SISTER_SERVICE);

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** The name that tokens carry. */
    public String claim() {
        return claim;
    }

    /** The role of that name; none for names that are not ours. */
    public static Optional<Role> of(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }
}
