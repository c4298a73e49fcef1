package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/**
 * The name of a pot within a programme.
 *
 * @param value lower-case words and digits joined by hyphens
 */
public record PotId(String value) implements Comparable<PotId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");

    public PotId {
        Form.check("pot", FORM, value, "lower-case words and digits joined by hyphens");
    }

    @Override
    public int compareTo(PotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
