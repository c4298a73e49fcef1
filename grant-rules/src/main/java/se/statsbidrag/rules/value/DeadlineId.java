package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/**
 * The name of a deadline within a programme.
 *
 * @param value lower-case words and digits joined by hyphens
 */
public record DeadlineId(String value) implements Comparable<DeadlineId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");

    public DeadlineId {
        Form.check("deadline", FORM, value, "lower-case words and digits joined by hyphens");
    }

    @Override
    public int compareTo(DeadlineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
