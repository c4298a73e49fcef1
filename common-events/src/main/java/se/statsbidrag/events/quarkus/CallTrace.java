package se.statsbidrag.events.quarkus;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call as W3C Trace Context names it.
 *
 * @param traceId 32 hexadecimal digits, the caller's where he sent one
 * @param spanId 16 hexadecimal digits: this service's part of the call
 * @param flags two hexadecimal digits, as the caller sent them
 */
record CallTrace(String traceId, String spanId, String flags) {
    static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Continues the caller's trace; begins a new one when there is none, or none that can be read. */
    static CallTrace continuing(@Nullable String traceparent) {
        if (traceparent != null) {
            Matcher matcher = FORM.matcher(traceparent);
            if (matcher.matches() && notZero(matcher.group(1)) && notZero(matcher.group(2))) {
                return new CallTrace(matcher.group(1), random(8), matcher.group(3));
            }
        }
        return new CallTrace(random(16), random(8), "00");
    }

    private static boolean notZero(String digits) {
        return digits.chars().anyMatch(digit -> digit != '0');
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }
}
