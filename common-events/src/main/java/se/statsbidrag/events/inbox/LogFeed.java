package se.statsbidrag.events.inbox;

import java.time.Instant;
import java.util.List;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.RecordedEvent;

/** Another service's log as it can be read from there: where gaps are healed from, and what says how far the log has come. */
public interface LogFeed {

    String log();

    Head head();

    /** At most {@code limit} events after the position, in order. */
    List<RecordedEvent> readAfter(long position, int limit);

    /**
     * Has the source confirm that nothing more can be recorded at or before the instant.
     *
     * @throws se.statsbidrag.events.log.NotYetReached when its clock has not come so far
     */
    Head seal(Instant instant);
}
