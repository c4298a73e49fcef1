package se.statsbidrag.rules.programme;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a definition.
 *
 * @param path where, such as {@code pots[1].key.rates.CATARACT}
 * @param value what stands there, shortened; empty when nothing does
 * @param problem what is wrong with it
 * @param remedy what to do
 * @param controlTotal the name of the control total that fails; null when the form is at fault
 */
public record Fault(
        String path,
        String value,
        String problem,
        String remedy,
        @Nullable String controlTotal) {
    private static final int LONGEST_VALUE = 80;

    /** A fault of form. */
    static Fault ofForm(String path, @Nullable Object value, String problem, String remedy) {
        return new Fault(path, shortened(value), problem, remedy, null);
    }

    /** A control total that fails. */
    static Fault ofControl(String controlTotal, String path, @Nullable Object value, String problem, String remedy) {
        return new Fault(path, shortened(value), problem, remedy, controlTotal);
    }

    private static String shortened(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    @Override
    public String toString() {
        return (controlTotal == null ? "" : "control total '" + controlTotal + "' fails: ") + path
                + (value.isEmpty() ? "" : " '" + value + "'") + ": " + problem + "; " + remedy;
    }
}
