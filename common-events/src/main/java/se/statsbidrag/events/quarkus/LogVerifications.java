package se.statsbidrag.events.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.LogPages;
import se.statsbidrag.events.log.LogVerdict;
import se.statsbidrag.events.log.LogVerifier;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * Walks a log's chain for whoever asks, within a request: one at a time, since it reads everything, and not for ever. Half a
 * minute is millions of events; what is longer is verified from an export.
 */
@Singleton
class LogVerifications {
    private static final Logger LOGGER = Logger.getLogger(LogVerifications.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final BusinessClock clock;
    private final Refusals refusals;
    private final Duration longest;
    private final Semaphore one = new Semaphore(1);

    @Inject
    LogVerifications(BusinessClock clock, Refusals refusals) {
        this(clock, refusals, LONGEST);
    }

    LogVerifications(BusinessClock clock, Refusals refusals, Duration longest) {
        this.clock = clock;
        this.refusals = refusals;
        this.longest = longest;
    }

    /** @throws ProblemException 503 while another walk goes on */
    Verification verify(EventLog log) {
        if (!one.tryAcquire()) {
            throw Problems.unavailable("Another log is being verified, which takes half a minute at most");
        }
        try {
            return walk(log);
        } finally {
            one.release();
        }
    }

    private Verification walk(EventLog log) {
        Head head = log.head();
        Bounded events = new Bounded(log::readAfter, longest);
        try {
            LogVerdict verdict = LogVerifier.verify(events, log.name(), List.of(head));
            if (verdict instanceof LogVerdict.Broken broken) {
                String detail = "%s, event %d %s".formatted(log.name(), broken.position(), broken.fault());
                LOGGER.errorf("ALARM: a log is broken: %s", detail);
                refusals.ofBrokenChain(detail);
            }
            return Verification.of(log.name(), verdict, clock.instant());
        } catch (TimeIsUp _) {
            return Verification.unfinished(log.name(), events.position, clock.instant());
        }
    }

    private static final class TimeIsUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded implements Iterator<RecordedEvent> {
        private final long end;
        private final Iterator<RecordedEvent> events;
        private long position;

        Bounded(LogPages log, Duration longest) {
            end = System.nanoTime() + longest.toNanos();
            events = log.fromTheBeginning();
        }

        @Override
        public boolean hasNext() {
            if (System.nanoTime() - end > 0) {
                throw new TimeIsUp();
            }
            return events.hasNext();
        }

        @Override
        public RecordedEvent next() {
            RecordedEvent event = events.next();
            position = event.position();
            return event;
        }
    }
}
