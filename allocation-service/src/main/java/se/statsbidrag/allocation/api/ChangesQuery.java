package se.statsbidrag.allocation.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;

/**
 * Which changes a caller asks for.
 *
 * @param from changes recorded after this instant only; null for all
 * @param to changes recorded at or before this instant only; null for all
 * @param page from 1
 * @param limit changes on a page
 */
record ChangesQuery(@Nullable Instant from, @Nullable Instant to, int page, int limit) {
    static final int MOST = 500;
    private static final int USUAL = 20;
    private static final int LAST_PAGE = 1_000_000;

    /** @throws se.statsbidrag.events.quarkus.ProblemException 422 naming each parameter that is wrong */
    static ChangesQuery of(@Nullable String from, @Nullable String to, @Nullable String page, @Nullable String limit) {
        List<Fault> faults = new ArrayList<>();
        ChangesQuery query = new ChangesQuery(
                instant("from", from, faults),
                instant("to", to, faults),
                number("page", page, 1, LAST_PAGE, faults),
                number("limit", limit, USUAL, MOST, faults));
        if (query.from != null && query.to != null && query.to.isBefore(query.from)) {
            faults.add(Fault.of("to", to, "It is before 'from'", "Send the later instant as 'to'"));
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return query;
    }

    boolean covers(Instant recordedAt) {
        return (from == null || recordedAt.isAfter(from)) && (to == null || !recordedAt.isAfter(to));
    }

    private static @Nullable Instant instant(String name, @Nullable String text, List<Fault> faults) {
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

    private static int number(String name, @Nullable String text, int usual, int most, List<Fault> faults) {
        if (text == null) {
            return usual;
        }
        if (text.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        faults.add(Fault.of(name, text, "It is not a whole number from 1 to " + most, "Choose one between them"));
        return usual;
    }
}
