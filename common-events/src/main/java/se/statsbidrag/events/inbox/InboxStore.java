package se.statsbidrag.events.inbox;

import java.util.List;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * Where a service keeps how far it has followed each log, and its copy of other services' logs. All calls take part in the
 * caller's transaction where there is one.
 */
public interface InboxStore {

    /** How far this service has come, as committed; the beginning for a log it never followed. */
    Watermark watermark(String log);

    /** As {@link #watermark}, and nobody else moves it until the caller's transaction ends. */
    Watermark lockWatermark(String log);

    /**
     * Moves a log's watermark.
     *
     * @throws IllegalStateException when it does not stand at {@code from}
     */
    void moveWatermark(Watermark from, Watermark to);

    /** Keeps a copy of another service's events. */
    void store(List<RecordedEvent> events);

    /** At most {@code limit} stored events of a log after the position, in order. */
    List<RecordedEvent> readAfter(String log, long position, int limit);
}
