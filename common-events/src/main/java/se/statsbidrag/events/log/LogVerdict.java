package se.statsbidrag.events.log;

import org.jspecify.annotations.Nullable;

/** What a verifier found out about a log. */
public sealed interface LogVerdict {

    /**
     * Every event is there and as it was recorded.
     *
     * @param position of the last event that was read
     * @param hash of that event
     */
    record Whole(long position, String hash) implements LogVerdict {}

    /**
     * Somebody changed the log.
     *
     * @param position of the first event that is not as it was recorded
     * @param fault how it differs
     * @param stream of the event that stands there; null when none does
     * @param type of that event; null when none stands there
     */
    record Broken(
            long position,
            String fault,
            @Nullable StreamName stream,
            @Nullable String type) implements LogVerdict {

        static Broken missing(long position, String fault) {
            return new Broken(position, fault, null, null);
        }
    }
}
