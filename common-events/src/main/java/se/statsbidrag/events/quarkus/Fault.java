package se.statsbidrag.events.quarkus;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param row the row at fault: in a file its line, the first being 1, in a JSON list the place, from 1; null where there are
 *     no rows
 * @param field the field or parameter at fault, as a path such as {@code cells[3].count}; null for the body as a whole
 * @param value what it held, shortened; null when it held nothing
 * @param fault what is wrong, one sentence
 * @param action what to do about it, one sentence
 * @param swedish what is wrong and what to do, in Swedish; null where only machines send the field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Nullable Long row,
        @Nullable String field,
        @Nullable String value,
        String fault,
        String action,
        @Nullable String swedish) {
    private static final int LONGEST_VALUE = 200;

    public Fault {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    public Fault(@Nullable Long row, @Nullable String field, @Nullable String value, String fault, String action) {
        this(row, field, value, fault, action, null);
    }

    /** The same with what people read; nothing more when the text is empty. */
    public Fault inSwedish(String text) {
        return text.isEmpty() ? this : new Fault(row, field, value, fault, action, text);
    }

    /** A fault in a field of a request without rows. */
    public static Fault of(String field, @Nullable String value, String fault, String action) {
        return new Fault(null, field, value, fault, action);
    }
}
