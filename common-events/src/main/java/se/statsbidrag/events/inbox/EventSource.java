package se.statsbidrag.events.inbox;

import java.time.Instant;
import java.util.List;
import se.statsbidrag.events.log.RecordedEvent;

/** A log as this service can read it from its own database: its own log, or its copy of another's up to the watermark. */
public interface EventSource {
    /** Events read at a time where all are read. */
    int PAGE = 500;

    String log();

    /** At most {@code limit} events after the position, in order. */
    List<RecordedEvent> readAfter(long position, int limit);

    /**
     * The position of the last event recorded at or before the instant; 0 where there is none. Since recorded time never goes
     * back, those up to it are all that were recorded by then.
     *
     * @param last the position of an event; what comes after it is not looked at
     */
    default long positionRecordedBy(Instant instant, long last) {
        long recorded = 0;
        long until = last;
        // Most ask for now, so the last is looked at first.
        long looked = last;
        while (recorded < until) {
            if (readAfter(looked - 1, 1).getFirst().recordedAt().isAfter(instant)) {
                until = looked - 1;
            } else {
                recorded = looked;
            }
            looked = recorded + Math.ceilDiv(until - recorded, 2);
        }
        return recorded;
    }
}
