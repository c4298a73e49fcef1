package se.statsbidrag.reporting.domain;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Names one late delivery to one programme for good, as text {@code <programme>--<reporter>--<month>--<revision>}; no name
 * holds two hyphens in a row.
 */
public record LateDeliveryId(ProgrammeId programme, DeliveryKey key, int revision)
        implements Comparable<LateDeliveryId> {
    private static final String BETWEEN = "--";
    private static final int PARTS = 4;

    /** What the text names; empty when it has not the form. */
    public static Optional<LateDeliveryId> of(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != PARTS || !parts[3].matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LateDeliveryId(
                    new ProgrammeId(parts[0]),
                    new DeliveryKey(new ReporterId(parts[1]), YearMonth.parse(parts[2])),
                    Integer.parseInt(parts[3])));
        } catch (IllegalArgumentException | DateTimeException noSuchName) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(LateDeliveryId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.join(
                BETWEEN, programme.value(), key.reporter().value(), key.month().toString(), Integer.toString(revision));
    }
}
