package se.statsbidrag.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: empty, or once more with what was typed and what is wrong with it.
 *
 * @param name of the form on its page; begins the ids of its fields
 * @param typed what stands in the fields, by their names
 * @param faults what is wrong, in the reader's language
 * @param refusal why nothing came of it though every field is right; null where the fields are wrong, or nothing is
 */
public record Form(
        String name,
        Map<String, String> typed,
        List<Wrong> faults,
        @Nullable String refusal) {
    /** One where nothing was typed. */
    public static final Form EMPTY = new Form("", Map.of(), List.of(), null);

    public Form {
        typed = Map.copyOf(typed);
        faults = List.copyOf(faults);
    }

    /**
     * What is wrong.
     *
     * @param field its name, or the name of the first part of it
     * @param place the row of a file or list; null where there are no rows
     */
    public record Wrong(String field, @Nullable Long place, String text) {}

    /** This form when it has that name, else an empty one of that name. */
    public Form of(String other) {
        return name.equals(other) ? this : new Form(other, Map.of(), List.of(), null);
    }

    /** Whether anything is wrong. */
    public boolean isWrong() {
        return refusal != null || !faults.isEmpty();
    }

    /** What stands in a field; empty for nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What stands in a field, or what is proposed where nothing was typed yet. */
    public String value(String field, String proposed) {
        return typed.getOrDefault(field, proposed);
    }

    /** What is wrong with a field; null for nothing. */
    public @Nullable String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Wrong::text)
                .findFirst()
                .orElse(null);
    }

    /** The id of a field's element. */
    public String id(String field) {
        return name + "-" + field;
    }
}
