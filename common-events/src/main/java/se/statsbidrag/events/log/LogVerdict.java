package se.statsbidrag.events.log;

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
     */
    record Broken(long position, String fault) implements LogVerdict {}
}
