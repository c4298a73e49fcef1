package se.statsbidrag.events.log;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a log takes the time of what it records: to the microsecond, always after its head's time. */
final class LogTime {
    /** How far a head may be ahead of the clock before someone has to look. */
    static final Duration MOST_AHEAD = Duration.ofSeconds(5);

    private LogTime() {}

    /** @throws HeadAhead when the head is too far ahead of the clock */
    static Instant next(Head head, Instant clock) {
        if (head.time().isAfter(clock.plus(MOST_AHEAD))) {
            throw new HeadAhead(head.log(), head.time(), clock);
        }
        Instant earliest = head.time().plus(1, ChronoUnit.MICROS);
        Instant now = clock.truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(earliest) ? earliest : now;
    }

    /**
     * The head's time once nothing more can be recorded at or before the instant.
     *
     * @throws NotYetReached when the clock has not come so far
     */
    static Instant sealed(Head head, Instant instant, Instant clock) {
        if (!head.time().isBefore(instant)) {
            return head.time();
        }
        Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
        Instant seal = micros.isBefore(instant) ? micros.plus(1, ChronoUnit.MICROS) : micros;
        if (seal.isAfter(clock)) {
            throw new NotYetReached(head.log(), instant, clock);
        }
        return seal;
    }
}
