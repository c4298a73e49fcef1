package se.statsbidrag.events.log;

import java.util.List;

/** A log as it can be read page by page: {@link EventLog#readAfter}, a feed, a file. */
@FunctionalInterface
public interface LogPages {

    /** At most {@code limit} events after the position, in order; none when there are no more. */
    List<RecordedEvent> readAfter(long position, int limit);
}
