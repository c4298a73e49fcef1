package se.statsbidrag.events.log;

import java.time.Instant;

/** The log's head is ahead of its clock by more than a clock may err: nothing is recorded until someone looks. */
public final class HeadAhead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HeadAhead(String log, Instant head, Instant clock) {
        super("log %s: head %s is ahead of the clock %s".formatted(log, head, clock));
    }
}
