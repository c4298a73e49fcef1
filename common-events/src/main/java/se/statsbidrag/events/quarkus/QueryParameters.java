package se.statsbidrag.events.quarkus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a query; what is wrong with it is added to the faults, so that all of it is told at once. */
public final class QueryParameters {
    private static final int USUAL_LIMIT = 20;
    private static final int LAST_PAGE = 1_000_000;

    private QueryParameters() {}

    /** Which page, from 1; the first when left out. */
    public static int page(@Nullable String text, List<Fault> faults) {
        return number("page", text, 1, 1, LAST_PAGE, faults);
    }

    /** How many lines on a page, 1 to the most; 20 when left out. */
    public static int limit(@Nullable String text, int most, List<Fault> faults) {
        return number("limit", text, USUAL_LIMIT, 1, most, faults);
    }

    /** A whole number within bounds, both included. */
    public static int number(
            String name, @Nullable String text, int whenLeftOut, int least, int most, List<Fault> faults) {
        if (text == null) {
            return whenLeftOut;
        }
        if (text.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        faults.add(Fault.of(
                name,
                text,
                "It is not a whole number from " + least + " to " + most,
                "Send such a number, or leave it out"));
        return whenLeftOut;
    }

    /** An instant as RFC 3339 writes it; null when left out. */
    public static @Nullable Instant instant(String name, @Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            faults.add(
                    Fault.of(
                            name,
                            text,
                            "It is not an instant",
                            "Send date, time and offset as RFC 3339 has them, such as 2025-11-21T00:00:00+01:00, with + written %2B"));
            return null;
        }
    }

    /** One of these names; null when left out. */
    public static <T extends Enum<T>> @Nullable T oneOf(
            String name, @Nullable String text, T[] values, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        T known = Stream.of(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
        if (known == null) {
            faults.add(Fault.of(name, text, "There is no such " + name, "Send one of " + List.of(values)));
        }
        return known;
    }
}
