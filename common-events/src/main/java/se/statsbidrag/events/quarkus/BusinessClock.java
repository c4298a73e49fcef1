package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock that arrivals, deadlines and {@code asOf} go by: the system clock, in local mode with the local clock's offset. */
@ApplicationScoped
public class BusinessClock implements InstantSource {

    @Override
    public Instant instant() {
        return Instant.now().plus(offset());
    }

    /** How far it is ahead of the system clock; zero outside local mode. */
    public Duration offset() {
        return Duration.ZERO;
    }
}
