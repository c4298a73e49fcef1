package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import se.statsbidrag.events.log.DatabaseClock;

/**
 * The clock that arrivals, deadlines, recorded times and {@code asOf} go by: the database's, in local mode plus the local
 * clock's offset. To the microsecond.
 */
@ApplicationScoped
public class BusinessClock implements InstantSource {
    private final DatabaseClock clock;

    @Inject
    BusinessClock(DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
