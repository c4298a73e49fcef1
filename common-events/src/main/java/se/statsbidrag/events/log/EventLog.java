package se.statsbidrag.events.log;

import java.time.Instant;
import java.util.List;

/**
 * One service's log. Positions have no gaps and equal the order of commits: a reader at position n has seen all of 1…n.
 * Two writers of one stream cannot both win. Recorded time never goes back.
 */
public interface EventLog {

    /** The log's name, such as {@code requisitions}. */
    String name();

    /**
     * Adds to all these streams or to none, in the order given. Takes part in the caller's transaction where there is one,
     * which should then commit at once: the log's head stays locked until it does.
     *
     * @throws VersionConflict when a stream has another version than expected; nothing is recorded
     * @throws HeadAhead when the log's head is more than 5 seconds ahead of its clock; nothing is recorded
     */
    Appended append(List<StreamAppend> appends, Origin origin);

    /** The stream's events in order; empty when there is no such stream. */
    default List<RecordedEvent> readStream(StreamName stream) {
        return readStreamAfter(stream, 0);
    }

    /** The stream's events after its event of this version, in order; for who remembers what came before. */
    List<RecordedEvent> readStreamAfter(StreamName stream, long version);

    /** At most {@code limit} events after the position, in order. */
    List<RecordedEvent> readAfter(long position, int limit);

    Head head();

    /**
     * Confirms that nothing more can be recorded at or before the instant, raising the head's time to it where needed.
     *
     * @return the head, whose time is not before the instant
     * @throws NotYetReached when the instant lies ahead of this log's clock
     */
    Head seal(Instant instant);
}
