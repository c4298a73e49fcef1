package se.statsbidrag.requisition.read;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.StoredMandate;
import se.statsbidrag.requisition.domain.Mandate;

/**
 * An organisation's mandate as it stands. People are opaque ids.
 *
 * @param organisationNumber of the organisation
 * @param recipients official codes of the recipients that it stands behind
 * @param state VACANT, APPLIED, IN_FORCE, or BEING_REPLACED when it is in force and another has applied
 * @param representative whose mandate is in force; null for none
 * @param applicant whose application waits for an officer; null for none
 * @param appliedAt when the server had the application; null for none
 * @param deputies who may also submit
 * @param dataCoordinators who fill in, and never submit
 * @param version of the mandate, which is also the ETag; 0 when nobody has ever applied
 * @param log the log that it stands in; null at version 0
 * @param position of the last event about it in that log; null at version 0
 */
@Schema(name = "Mandate")
public record MandateView(
        String organisationNumber,
        List<String> recipients,
        State state,
        @Nullable String representative,
        @Nullable String applicant,
        @Nullable Instant appliedAt,
        List<String> deputies,
        List<String> dataCoordinators,
        long version,
        @Nullable String log,
        @Nullable Long position) {

    /** How a mandate stands. */
    @Schema(name = "MandateState")
    public enum State {
        VACANT,
        APPLIED,
        IN_FORCE,
        BEING_REPLACED
    }

    /** @param recipients official codes of the recipients that the organisation stands behind */
    public static MandateView of(StoredMandate stored, List<String> recipients) {
        Mandate mandate = stored.mandate();
        RecordedEvent last =
                stored.events().isEmpty() ? null : stored.events().getLast().recorded();
        return new MandateView(
                stored.organisation().value(),
                recipients,
                state(mandate),
                mandate.inForce().map(Mandate.Holding::representative).orElse(null),
                mandate.waiting().map(Mandate.Application::applicant).orElse(null),
                mandate.waiting().map(Mandate.Application::receivedAt).orElse(null),
                delegates(mandate, DelegateRole.DEPUTY),
                delegates(mandate, DelegateRole.DATA_COORDINATOR),
                stored.version(),
                last == null ? null : last.log(),
                last == null ? null : last.position());
    }

    private static State state(Mandate mandate) {
        return switch (mandate) {
            case Mandate.Vacant _ -> State.VACANT;
            case Mandate.AppliedFor _ -> State.APPLIED;
            case Mandate.InForce _ -> State.IN_FORCE;
            case Mandate.BeingReplaced _ -> State.BEING_REPLACED;
        };
    }

    private static List<String> delegates(Mandate mandate, DelegateRole role) {
        return mandate.inForce().stream()
                .flatMap(holding -> holding.delegates().entrySet().stream())
                .filter(delegate -> delegate.getValue() == role)
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
