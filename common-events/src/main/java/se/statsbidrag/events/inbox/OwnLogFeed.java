package se.statsbidrag.events.inbox;

import java.time.Instant;
import java.util.List;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.RecordedEvent;

/** A service's own log, followed by its own read models like any other. */
public record OwnLogFeed(EventLog own) implements LogFeed, EventSource {
    @Override
    public String log() {
        return own.name();
    }

    @Override
    public Head head() {
        return own.head();
    }

    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        return own.readAfter(position, limit);
    }

    @Override
    public Head seal(Instant instant) {
        return own.seal(instant);
    }
}
