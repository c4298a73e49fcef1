package se.statsbidrag.events.inbox;

import java.util.List;
import se.statsbidrag.events.log.RecordedEvent;

/** Another service's log as this service has copied it, up to its watermark. */
public record StoredCopies(String log, InboxStore store) implements EventSource {
    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        return store.readAfter(log, position, limit);
    }
}
