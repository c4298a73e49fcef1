package se.statsbidrag.events.codec;

import java.util.regex.Pattern;

/** U+0000, which no text of a database can hold: an event with it would stop every read model for good. */
public final class NullCharacter {
    private static final String ESCAPED = "\\u0000";
    /** Not after a backslash that is itself escaped. */
    private static final Pattern IN_JSON = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private NullCharacter() {}

    /** Whether a text of this JSON holds it. */
    public static boolean standsIn(String json) {
        return json.contains(ESCAPED) && IN_JSON.matcher(json).find();
    }
}
