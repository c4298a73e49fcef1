package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/**
 * The official code of a recipient: a county (region) or a municipality. Text, never a number.
 *
 * @param value two digits for a region, four for a municipality, leading zeros kept
 */
public record RecipientCode(String value) implements Comparable<RecipientCode> {
    private static final Pattern FORM = Pattern.compile("[0-9]{2}|[0-9]{4}");

    public RecipientCode {
        Form.check(
                "recipient code", FORM, value, "two digits for a region, four for a municipality, leading zeros kept");
    }

    @Override
    public int compareTo(RecipientCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
