package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.statsbidrag.events.inbox.EventSource;

/** Every log that this service can read from its own database: its own, and its copies of those that it follows. */
@ApplicationScoped
public class Logs {

    /** Its own log's name first, then those that it follows. */
    public List<String> names() {
        throw new UnsupportedOperationException("follows shortly");
    }

    /** @throws IllegalArgumentException when this service neither owns nor follows such a log */
    public EventSource source(String log) {
        throw new UnsupportedOperationException("follows shortly");
    }
}
