package se.statsbidrag.allocation.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;

/** Reads days and short texts of requests. */
final class Days {
    private static final int LONGEST = 2000;

    private Days() {}

    /** A day; null when left out, and with a fault when it is none. */
    static @Nullable LocalDate optional(String field, @Nullable String text, List<Fault> faults) {
        return text == null ? null : required(field, text, faults);
    }

    /** A day; null, and a fault, when it is none. */
    static @Nullable LocalDate required(String field, String text, List<Fault> faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(Fault.of(field, text, "It is not a day", "Write it as 2025-12-31")
                    .inSwedish("Skriv dagen som 2025-12-31."));
            return null;
        }
    }

    /** A text without space around it; a fault when it is empty or too long. */
    static String text(String field, String text, List<Fault> faults) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            faults.add(Fault.of(
                            field,
                            stripped.isEmpty() ? text : stripped.substring(0, 40) + "…",
                            "It has " + stripped.length() + " characters",
                            "Write between 1 and " + LONGEST + " characters")
                    .inSwedish("Skriv mellan 1 och " + LONGEST + " tecken."));
        }
        return stripped;
    }

    /** @throws ProblemException 422 */
    static String text(String field, String text) {
        List<Fault> faults = new ArrayList<>();
        String stripped = text(field, text, faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return stripped;
    }
}
