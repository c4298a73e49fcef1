package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/**
 * The name of a table of whole numbers per recipient within a programme, such as populations or caps.
 *
 * @param value lower-case words and digits joined by hyphens
 */
public record ConditionId(String value) implements Comparable<ConditionId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");

    public ConditionId {
        Form.check("table", FORM, value, "lower-case words and digits joined by hyphens");
    }

    @Override
    public int compareTo(ConditionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
