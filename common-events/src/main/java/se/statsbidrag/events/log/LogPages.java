package se.statsbidrag.events.log;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A log as it can be read page by page: {@link EventLog#readAfter}, a feed, a file. */
@FunctionalInterface
public interface LogPages {
    /** Few, since one event may hold megabytes. */
    int PAGE = 100;

    /** At most {@code limit} events after the position, in order; none when there are no more. */
    List<RecordedEvent> readAfter(long position, int limit);

    /** All events from the beginning, of which only one page is held at a time. */
    default Iterator<RecordedEvent> fromTheBeginning() {
        return new Iterator<>() {
            private Iterator<RecordedEvent> page = readAfter(0, PAGE).iterator();
            private long position;

            @Override
            public boolean hasNext() {
                if (!page.hasNext() && position > 0) {
                    page = readAfter(position, PAGE).iterator();
                }
                return page.hasNext();
            }

            @Override
            public RecordedEvent next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("no event after position " + position);
                }
                RecordedEvent event = page.next();
                position = event.position();
                return event;
            }
        };
    }
}
