package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.statsbidrag.events.codec.DecodedEvent;

/** The events recorded by an instant, the same for ever: every source first confirms that no more can be recorded by then. */
@ApplicationScoped
public class AsOf {

    /**
     * All events of the logs that this service owns or follows, recorded at or before the instant, by log and in order.
     *
     * @throws ProblemException 422 naming the field {@code asOf} and the source whose clock has not come so far within 5
     *     seconds; 503 when a source does not answer
     */
    public Map<String, List<DecodedEvent>> eventsRecordedBy(Instant instant) {
        throw new UnsupportedOperationException("follows shortly");
    }
}
