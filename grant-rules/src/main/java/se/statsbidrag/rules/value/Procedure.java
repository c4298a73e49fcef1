package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/**
 * A kind of operation that a programme pays for. Which ones there are is programme data.
 *
 * @param value upper-case words and digits joined by underscores
 */
public record Procedure(String value) implements Comparable<Procedure> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+){0,9}");

    public Procedure {
        Form.check("procedure", FORM, value, "upper-case words and digits joined by underscores");
    }

    @Override
    public int compareTo(Procedure other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
