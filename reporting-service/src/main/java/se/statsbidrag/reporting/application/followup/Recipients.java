package se.statsbidrag.reporting.application.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.MandateRole;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.access.Permissions;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Of whom a request speaks, and whether its caller may: by his token, by the mandate in force and by the agency's table. */
@ApplicationScoped
public class Recipients {
    private final Programmes programmes;
    private final MandateBook mandates;
    private final Permissions permissions = Permissions.ofTheAgency();

    public Recipients(Programmes programmes, MandateBook mandates) {
        this.programmes = programmes;
        this.mandates = mandates;
    }

    /** Who acts for organisations now. */
    public interface MandateBook {
        /** What the person may do for the organisation; empty when no mandate in force says anything. */
        Optional<Held> held(OrganisationNumber organisation, String person);

        /** @param representative whose mandate it rests on */
        record Held(MandateRole role, String representative) {}
    }

    /**
     * A recipient of a programme that is followed up.
     *
     * @param followUp what the programme's definition says of it
     */
    public record Followed(ProgrammeInForce programme, FollowUp followUp, Recipient recipient) {
        public RecipientCode code() {
            return recipient.code();
        }
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 when there is no such programme with follow-up */
    public ProgrammeInForce programme(String id) {
        ProgrammeInForce programme = programmes.require(named(id));
        followUp(programme);
        return programme;
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 when there is none such, or nothing is followed up */
    public Followed recipient(String programmeId, String code) {
        ProgrammeInForce programme = programmes.require(named(programmeId));
        Recipient recipient = programme.definition().recipients().stream()
                .filter(each -> each.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("recipient '" + code + "' in the programme"));
        return new Followed(programme, followUp(programme), recipient);
    }

    private static ProgrammeId named(String id) {
        try {
            return new ProgrammeId(id);
        } catch (IllegalArgumentException notInForm) {
            throw Problems.notFound("programme '" + id + "'");
        }
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 where nothing is followed up */
    public static FollowUp followUp(ProgrammeInForce programme) {
        FollowUp followUp = programme.definition().followUp();
        if (followUp == null) {
            throw Problems.notFound("follow-up in the programme '" + programme.id() + "'");
        }
        return followUp;
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 403 when the recipient is another's, and the caller reads his own alone */
    public void requireReads(Caller caller, Followed followed) {
        if (!mayRead(caller, followed.recipient())) {
            throw Problems.forbidden(
                    "Your sign-in does not bind you to this organisation",
                    "Sign in for the organisation that you belong to");
        }
    }

    /** Whether the caller may read what is the recipient's. */
    public static boolean mayRead(Caller caller, Recipient recipient) {
        OrganisationNumber organisation = recipient.organisationNumber();
        return caller.mayReadOf(organisation == null ? List.of() : List.of(organisation.value()));
    }

    /**
     * The mandate that an act of the caller for the recipient rests on.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 403 when his token does not bind him to it, or no mandate in
     *     force lets him do it
     */
    public MandateReference requireActs(Caller caller, Followed followed, Permission permission) {
        return requireActs(caller, List.of(followed.recipient()), permission);
    }

    /** The same for one recipient of several, whichever the caller belongs to. */
    public MandateReference requireActs(Caller caller, List<Recipient> recipients, Permission permission) {
        List<OrganisationNumber> own = recipients.stream()
                .flatMap(recipient -> Stream.ofNullable(recipient.organisationNumber()))
                .distinct()
                .filter(organisation -> caller.mayActFor(organisation.value()))
                .toList();
        if (own.isEmpty()) {
            throw Problems.forbidden(
                    "Your sign-in does not bind you to this organisation",
                    "Sign in for the organisation that you belong to");
        }
        return own.stream()
                .flatMap(organisation -> mandates.held(organisation, caller.subject()).stream()
                        .filter(held -> permissions.allows(held.role(), permission))
                        .map(held -> new MandateReference(organisation, held.representative())))
                .findFirst()
                .orElseThrow(() -> Problems.forbidden(
                        "No mandate in force lets you do this for the organisation: " + permission.action(),
                        "Ask the organisation's representative"));
    }
}
