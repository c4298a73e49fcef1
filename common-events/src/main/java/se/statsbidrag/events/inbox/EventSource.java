package se.statsbidrag.events.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.log.RecordedEvent;

/** A log as this service can read it from its own database: its own log, or its copy of another's up to the watermark. */
public interface EventSource {
    /** Events read at a time where all are read. */
    int PAGE = 500;

    String log();

    /** At most {@code limit} events after the position, in order. */
    List<RecordedEvent> readAfter(long position, int limit);

    /** All events recorded at or before the instant, in order: since recorded time never goes back, a beginning of the log. */
    default List<RecordedEvent> readRecordedBy(Instant instant) {
        List<RecordedEvent> all = new ArrayList<>();
        long position = 0;
        while (true) {
            List<RecordedEvent> page = readAfter(position, PAGE);
            for (RecordedEvent event : page) {
                if (event.recordedAt().isAfter(instant)) {
                    return all;
                }
                all.add(event);
            }
            if (page.isEmpty()) {
                return all;
            }
            position = page.getLast().position();
        }
    }
}
