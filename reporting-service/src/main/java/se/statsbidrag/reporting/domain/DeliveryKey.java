package se.statsbidrag.reporting.domain;

import java.time.YearMonth;
import java.util.Comparator;
import se.statsbidrag.rules.value.ReporterId;

/** What a delivery is about: one reporter and one calendar month. */
public record DeliveryKey(ReporterId reporter, YearMonth month) implements Comparable<DeliveryKey> {
    private static final Comparator<DeliveryKey> ORDER =
            Comparator.comparing(DeliveryKey::reporter).thenComparing(DeliveryKey::month);

    @Override
    public int compareTo(DeliveryKey other) {
        return ORDER.compare(this, other);
    }
}
