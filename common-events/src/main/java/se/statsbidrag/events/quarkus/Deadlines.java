package se.statsbidrag.events.quarkus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.deadline.DeadlineMarker;
import se.statsbidrag.events.log.EventLog;

/** Appends deadline marks: every second, and whenever the local clock is set. */
@Singleton
class Deadlines {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final DeadlineMarker marker;
    private final BusinessClock clock;
    private final Told told;
    private final Worker worker;

    @Inject
    Deadlines(EventLog log, Programmes programmes, EventCodec codec, BusinessClock clock, Told told) {
        this.marker = new DeadlineMarker(log, programmes::current, codec);
        this.clock = clock;
        this.told = told;
        this.worker = new Worker("deadlines-" + log.name(), EVERY, this::markAllDue);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    void markAllDue() {
        if (marker.markAllDue(clock.instant()) > 0) {
            told.ofAppend();
        }
    }
}
