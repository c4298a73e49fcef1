package se.statsbidrag.events.log;

import java.time.Instant;

/** The instant lies ahead of the log's clock, so more may be recorded before it. */
public final class NotYetReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotYetReached(String log, Instant instant, Instant clock) {
        super("log %s has not reached %s; its clock says %s".formatted(log, instant, clock));
    }
}
