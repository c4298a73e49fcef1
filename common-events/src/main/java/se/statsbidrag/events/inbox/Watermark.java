package se.statsbidrag.events.inbox;

import se.statsbidrag.events.log.HashChain;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * How far a service has followed a log.
 *
 * @param position of the last event taken in; 0 for none
 * @param hash of that event, which the next one must cover
 */
public record Watermark(String log, long position, String hash) {

    /** Before the first event. */
    public static Watermark beginning(String log) {
        return new Watermark(log, 0, HashChain.BEGINNING);
    }

    static Watermark at(RecordedEvent event) {
        return new Watermark(event.log(), event.position(), event.hash());
    }
}
