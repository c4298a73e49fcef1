package se.statsbidrag.reporting.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.reporting.application.DeliveryOutcome;
import se.statsbidrag.reporting.domain.Delivery;
import se.statsbidrag.reporting.domain.Delivery.Difference;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.DeliveryStatus;
import se.statsbidrag.reporting.domain.IntakeRules;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.reporting.domain.Revision;
import se.statsbidrag.reporting.read.DeliveryInForce;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/** Deliveries as the contract shows them. */
final class DeliveryDocument {
    private DeliveryDocument() {}

    /**
     * What became of a delivery.
     *
     * @param cells how many cells it has; a cell of 0 is no cell
     * @param recordedAt and {@code log} and {@code position}: where it stands; null when it was only tried
     */
    record Outcome(
            String reporter,
            String month,
            int revision,
            DeliveryStatus status,
            List<String> lateFor,
            int cells,
            int added,
            int changed,
            int removed,
            Instant receivedAt,
            @Nullable Instant recordedAt,
            @Nullable String log,
            @Nullable Long position) {}

    /** One cell of a delivery. */
    record Cell(String homeRegion, String performedIn, String provider, String procedure, int count) {}

    /**
     * A revision with its cells.
     *
     * @param inForceForStatistics whether it is the latest
     * @param inForceForMoney the programmes whose money it moves
     * @param revisions how many there are
     */
    record Whole(
            String reporter,
            String month,
            int revision,
            DeliveryStatus status,
            List<String> lateFor,
            List<Cell> cells,
            int added,
            int changed,
            int removed,
            Instant receivedAt,
            Instant recordedAt,
            String log,
            long position,
            boolean inForceForStatistics,
            List<String> inForceForMoney,
            int revisions) {}

    /** A delivery in a list. */
    record Listed(
            String reporter,
            String month,
            int revision,
            DeliveryStatus status,
            List<String> lateFor,
            int cells,
            Instant receivedAt,
            Instant recordedAt,
            String log,
            long position) {}

    /** One page of deliveries. */
    record Deliveries(List<Listed> deliveries, int page, int limit, long total) {}

    static Outcome of(DeliveryOutcome outcome) {
        Revision revision = outcome.revision();
        Difference difference = outcome.difference();
        return new Outcome(
                outcome.delivered().reporter().value(),
                outcome.delivered().month().toString(),
                outcome.delivered().revision(),
                outcome.status(),
                names(outcome.lateFor()),
                outcome.delivered().cells().size(),
                difference.added(),
                difference.changed(),
                difference.removed(),
                outcome.delivered().receivedAt(),
                revision == null ? null : revision.recordedAt(),
                revision == null ? null : revision.event().log(),
                revision == null ? null : revision.event().position());
    }

    static Whole of(Delivery delivery, Revision revision, IntakeRules rules) {
        List<ProgrammeId> lateFor = delivery.lateFor(revision, rules);
        Difference difference = delivery.differenceOf(revision);
        return new Whole(
                delivery.key().reporter().value(),
                delivery.key().month().toString(),
                revision.delivered().revision(),
                status(lateFor),
                names(lateFor),
                revision.delivered().cells().stream()
                        .map(DeliveryDocument::cell)
                        .toList(),
                difference.added(),
                difference.changed(),
                difference.removed(),
                revision.delivered().receivedAt(),
                revision.recordedAt(),
                revision.event().log(),
                revision.event().position(),
                delivery.inForce().filter(revision::equals).isPresent(),
                names(delivery.inForceForMoney(revision, rules)),
                delivery.revisions().size());
    }

    /** @param admitted the late deliveries that were let in */
    static Listed of(DeliveryInForce delivery, IntakeRules rules, Set<LateDeliveryId> admitted) {
        DeliveryKey key = new DeliveryKey(new ReporterId(delivery.reporter), YearMonth.from(delivery.month));
        List<ProgrammeId> lateFor = rules.lateFor(key.month(), delivery.receivedAt).stream()
                .filter(programme -> !admitted.contains(new LateDeliveryId(programme, key, delivery.revision)))
                .toList();
        return new Listed(
                delivery.reporter,
                YearMonth.from(delivery.month).toString(),
                delivery.revision,
                status(lateFor),
                names(lateFor),
                delivery.cells,
                delivery.receivedAt,
                delivery.recordedAt,
                delivery.log,
                delivery.position);
    }

    private static DeliveryStatus status(List<ProgrammeId> lateFor) {
        return lateFor.isEmpty() ? DeliveryStatus.ACCEPTED : DeliveryStatus.LATE;
    }

    private static List<String> names(List<ProgrammeId> programmes) {
        return programmes.stream().map(ProgrammeId::value).toList();
    }

    private static Cell cell(OperationCell cell) {
        return new Cell(
                cell.homeRegion().value(),
                cell.performedIn().value(),
                cell.provider().name(),
                cell.procedure().value(),
                cell.count());
    }
}
