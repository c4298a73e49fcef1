package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Lets whoever acts for organisations read about their own recipients alone. */
@ApplicationScoped
public class RecipientAccess {
    private final CurrentCaller current;
    private final Programmes programmes;

    @Inject
    RecipientAccess(CurrentCaller current, Programmes programmes) {
        this.current = current;
        this.programmes = programmes;
    }

    /**
     * Ends the call of one who may not read about the recipient; whether there is such a recipient does not show.
     *
     * @param programme as it stands in the address
     * @param recipient as it stands in the address
     * @throws ProblemException 403
     */
    public void require(String programme, String recipient) {
        Caller caller = current.get();
        if (!caller.is(Role.SISTER_SERVICE) && !caller.mayReadOf(organisations(programme, recipient))) {
            throw Problems.forbidden(
                    "You may read about the organisations that you act for alone",
                    "Ask for a recipient of your own organisation");
        }
    }

    /** Those of a programme's recipients that the caller may read about, by code ascending. */
    public List<Recipient> readable(ProgrammeDefinition definition) {
        Caller caller = current.get();
        return definition.recipients().stream()
                .filter(each -> caller.mayReadOf(organisations(each)))
                .toList();
    }

    private static List<String> organisations(Recipient recipient) {
        OrganisationNumber number = recipient.organisationNumber();
        return number == null ? List.of() : List.of(number.value());
    }

    private List<String> organisations(String programme, String recipient) {
        return programmes.current().programmes().stream()
                .filter(each -> each.id().value().equals(programme))
                .flatMap(each -> each.definition().recipients().stream())
                .filter(each -> each.code().value().equals(recipient))
                .flatMap(each -> organisations(each).stream())
                .toList();
    }
}
