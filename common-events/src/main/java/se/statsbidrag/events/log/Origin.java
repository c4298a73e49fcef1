package se.statsbidrag.events.log;

/**
 * Who caused an event, in which call, and how it had shown who it is.
 *
 * @param actor an opaque id, never a name; {@code system:…} for what the system does by itself
 * @param trace the W3C trace id of the call, 32 hexadecimal digits, or empty
 * @param authentication assurance level and method of the sign-in, such as {@code loa3;e-identification}; empty for the
 *     system itself
 */
public record Origin(String actor, String trace, String authentication) {

    /** The system itself, for a reason such as {@code deadlines}. */
    public static Origin ofSystem(String reason) {
        return new Origin("system:" + reason, "", "");
    }
}
