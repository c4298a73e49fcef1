package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/**
 * The name of the patient register, or of a region or intermediary that reports in its place.
 *
 * @param value lower-case words and digits joined by hyphens
 */
public record ReporterId(String value) implements Comparable<ReporterId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");

    public ReporterId {
        Form.check("reporter", FORM, value, "lower-case words and digits joined by hyphens");
    }

    @Override
    public int compareTo(ReporterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
