package se.statsbidrag.reporting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Which months of operation counts are missing, late or out of line with last year (R-K5, R-K9; the due days are P-K1). A
 * pointer for people: nothing counts more or less for it.
 */
public final class DataQuality {
    /** A count is out of line when it differs by more than this from the same month last year, percent: an assumption. */
    public static final int MORE_THAN_PERCENT = 30;

    /** And by at least so many operations, so that small numbers do not cry wolf: an assumption. */
    public static final int AT_LEAST_OPERATIONS = 20;

    private final ReporterScopes scopes;
    private final List<Procedure> procedures;
    private final Instant now;
    private final Map<DeliveryKey, List<Delivery>> revisions = new HashMap<>();

    /**
     * @param deliveries every revision of every delivery
     * @param procedures those that are followed
     */
    public DataQuality(ReporterScopes scopes, List<Delivery> deliveries, List<Procedure> procedures, Instant now) {
        this.scopes = scopes;
        this.procedures = List.copyOf(procedures);
        this.now = now;
        deliveries.stream()
                .sorted(Comparator.comparing(Delivery::revision))
                .forEach(delivery -> revisions
                        .computeIfAbsent(new DeliveryKey(delivery.reporter(), delivery.month()), _ -> new ArrayList<>())
                        .add(delivery));
    }

    /** Whether a month came, and when. */
    public enum Arrival {
        /** Its first revision came by the end of the due day. */
        IN_TIME,
        /** Its first revision came after the due day. */
        LATE,
        /** The due day has passed without it. */
        MISSING,
        /** It has not come, and need not yet. */
        NOT_YET_DUE
    }

    /**
     * A count beside the one of the same month last year.
     *
     * @param lastYear null where that month was never delivered, so that there is nothing to compare with
     */
    public record Comparison(
            Procedure procedure, long count, @Nullable Long lastYear) {
        /** Whether it differs more than {@value #MORE_THAN_PERCENT} percent and {@value #AT_LEAST_OPERATIONS} operations. */
        public boolean outOfLine() {
            if (lastYear == null) {
                return false;
            }
            long difference = Math.abs(count - lastYear);
            return difference >= AT_LEAST_OPERATIONS
                    && Math.multiplyExact(difference, 100L) > Math.multiplyExact(lastYear, (long) MORE_THAN_PERCENT);
        }
    }

    /**
     * What has come of a performing region's month.
     *
     * @param reporter who answers for it
     * @param comparisons by procedure; none while nothing has come
     */
    public record Month(
            RecipientCode performedIn,
            YearMonth month,
            LocalDate dueDate,
            ReporterId reporter,
            Arrival arrival,
            List<Comparison> comparisons) {
        public Month {
            comparisons = List.copyOf(comparisons);
        }

        public boolean outOfLine() {
            return comparisons.stream().anyMatch(Comparison::outOfLine);
        }
    }

    /** A performing region's months, by month. */
    public List<Month> of(RecipientCode performedIn, SortedMap<YearMonth, LocalDate> dueDates) {
        List<Month> months = new ArrayList<>();
        dueDates.forEach((month, dueDate) -> {
            ReporterId reporter = scopes.reporterOf(performedIn, month);
            months.add(new Month(
                    performedIn,
                    month,
                    dueDate,
                    reporter,
                    arrival(reporter, month, dueDate),
                    comparisons(performedIn, month)));
        });
        return months;
    }

    /** Whether a reporter's month came. */
    public Arrival arrival(ReporterId reporter, YearMonth month, LocalDate dueDate) {
        List<Delivery> delivered = revisions(reporter, month);
        if (delivered.isEmpty()) {
            return now.isBefore(DeadlineDay.endOf(dueDate)) ? Arrival.NOT_YET_DUE : Arrival.MISSING;
        }
        return DeadlineDay.inTime(delivered.getFirst().receivedAt(), dueDate) ? Arrival.IN_TIME : Arrival.LATE;
    }

    /** What a reporter has delivered for a month, the first revision first. */
    public List<Delivery> revisions(ReporterId reporter, YearMonth month) {
        return List.copyOf(revisions.getOrDefault(new DeliveryKey(reporter, month), List.of()));
    }

    /** The cells of a performing region's month in the revision in force, as its reporter delivered them. */
    public List<OperationCell> cells(RecipientCode performedIn, YearMonth month) {
        return inForce(performedIn, month)
                .map(delivery -> delivery.cells().stream()
                        .filter(cell -> cell.performedIn().equals(performedIn))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Delivery> inForce(RecipientCode performedIn, YearMonth month) {
        List<Delivery> delivered = revisions(scopes.reporterOf(performedIn, month), month);
        return delivered.isEmpty() ? Optional.empty() : Optional.of(delivered.getLast());
    }

    private List<Comparison> comparisons(RecipientCode performedIn, YearMonth month) {
        if (inForce(performedIn, month).isEmpty()) {
            return List.of();
        }
        YearMonth before = month.minusYears(1);
        boolean comparable = inForce(performedIn, before).isPresent();
        SortedMap<Procedure, Long> counts = counts(performedIn, month);
        SortedMap<Procedure, Long> lastYear = counts(performedIn, before);
        return procedures.stream()
                .map(procedure -> new Comparison(
                        procedure,
                        counts.getOrDefault(procedure, 0L),
                        comparable ? lastYear.getOrDefault(procedure, 0L) : null))
                .toList();
    }

    private SortedMap<Procedure, Long> counts(RecipientCode performedIn, YearMonth month) {
        SortedMap<Procedure, Long> counts = new TreeMap<>();
        cells(performedIn, month).forEach(cell -> counts.merge(cell.procedure(), (long) cell.count(), Math::addExact));
        return counts;
    }
}
