package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/** Checks the written form of a code when it is made. */
final class Form {
    private static final int LONGEST = 100;

    private Form() {}

    /** @throws IllegalArgumentException naming the value and the form it should have */
    static void check(String what, Pattern form, String value, String expected) {
        if (value.length() > LONGEST || !form.matcher(value).matches()) {
            throw new IllegalArgumentException("%s '%s' is not in the form: %s"
                    .formatted(what, value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value, expected));
        }
    }
}
