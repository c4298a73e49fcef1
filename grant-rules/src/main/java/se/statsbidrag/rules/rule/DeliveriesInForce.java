package se.statsbidrag.rules.rule;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.DeliveryAdmission;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Which deliveries move money: for each reporter and month of the period, the latest revision received before the cut-off
 * or admitted (I-K6). It replaces the earlier ones as a whole.
 */
public final class DeliveriesInForce {
    private DeliveriesInForce() {}

    /**
     * @param cutOff the first instant that is too late
     * @param admissions late deliveries that count as if they had come before it
     * @return by month, then reporter
     */
    public static List<Delivery> of(
            List<Delivery> revisions, Period period, Instant cutOff, List<DeliveryAdmission> admissions) {
        Map<Slot, Delivery> latest = new TreeMap<>();
        revisions.stream()
                .filter(delivery -> period.contains(delivery.month())
                        && (delivery.receivedAt().isBefore(cutOff)
                                || admissions.stream().anyMatch(admission -> admission.admits(delivery))))
                .forEach(delivery -> latest.merge(
                        new Slot(delivery.month(), delivery.reporter()),
                        delivery,
                        (one, other) -> one.revision() >= other.revision() ? one : other));
        return List.copyOf(latest.values());
    }

    private record Slot(YearMonth month, ReporterId reporter) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::month).thenComparing(Slot::reporter);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }
}
