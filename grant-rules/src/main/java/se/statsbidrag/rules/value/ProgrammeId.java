package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/**
 * The name of one grant for one year or round, as in its definition file.
 *
 * @param value lower-case words and digits joined by hyphens
 */
public record ProgrammeId(String value) implements Comparable<ProgrammeId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");

    public ProgrammeId {
        Form.check("programme", FORM, value, "lower-case words and digits joined by hyphens");
    }

    @Override
    public int compareTo(ProgrammeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
