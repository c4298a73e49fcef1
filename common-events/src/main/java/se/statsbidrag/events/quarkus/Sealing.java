package se.statsbidrag.events.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.NotYetReached;

/** Has the own log confirm that nothing more can be recorded at or before an instant, waiting a little for its clock. */
@Singleton
class Sealing {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final EventLog log;
    private final BusinessClock clock;

    @Inject
    Sealing(EventLog log, BusinessClock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @throws NotYetReached when the clock is not there within 5 seconds */
    Head seal(Instant instant) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            try {
                return log.seal(instant);
            } catch (NotYetReached e) {
                long missing = Duration.between(clock.instant(), instant).toNanos();
                long left = end - System.nanoTime();
                if (missing > left) {
                    throw e;
                }
                LockSupport.parkNanos(Math.max(missing, Duration.ofMillis(1).toNanos()));
            }
        }
    }
}
