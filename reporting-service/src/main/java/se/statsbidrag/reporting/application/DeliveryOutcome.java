package se.statsbidrag.reporting.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.reporting.domain.Delivery.Decision;
import se.statsbidrag.reporting.domain.Delivery.Difference;
import se.statsbidrag.reporting.domain.DeliveryStatus;
import se.statsbidrag.reporting.domain.Revision;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * What became of one delivery.
 *
 * @param delivered what is in force after it
 * @param revision where that stands; null when it was only tried
 */
public record DeliveryOutcome(
        DeliveryStatus status,
        OperationsReported delivered,
        Difference difference,
        List<ProgrammeId> lateFor,
        @Nullable Revision revision) {
    public DeliveryOutcome {
        lateFor = List.copyOf(lateFor);
    }

    static DeliveryOutcome of(Decision.Unchanged unchanged) {
        return new DeliveryOutcome(
                DeliveryStatus.UNCHANGED,
                unchanged.inForce().delivered(),
                Difference.NONE,
                unchanged.lateFor(),
                unchanged.inForce());
    }

    static DeliveryOutcome of(Decision.Recorded recorded, Revision revision) {
        return new DeliveryOutcome(
                recorded.status(), revision.delivered(), recorded.difference(), recorded.lateFor(), revision);
    }

    static DeliveryOutcome notRecorded(Decision.Recorded recorded) {
        return new DeliveryOutcome(
                recorded.status(), recorded.event(), recorded.difference(), recorded.lateFor(), null);
    }
}
