package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.inbox.InboxStore;
import se.statsbidrag.events.inbox.OwnLogFeed;
import se.statsbidrag.events.inbox.StoredCopies;
import se.statsbidrag.events.log.EventLog;

/** Every log that this service can read from its own database: its own, and its copies of those that it follows. */
@ApplicationScoped
public class Logs {
    private final Map<String, EventSource> sources = new LinkedHashMap<>();

    @Inject
    Logs(EventLog own, InboxStore store, Settings settings) {
        sources.put(own.name(), new OwnLogFeed(own));
        settings.followedLogs().forEach(log -> sources.put(log, new StoredCopies(log, store)));
    }

    /** Its own log's name first, then those that it follows. */
    public List<String> names() {
        return List.copyOf(sources.keySet());
    }

    /** @throws IllegalArgumentException when this service neither owns nor follows such a log */
    public EventSource source(String log) {
        EventSource source = sources.get(log);
        if (source == null) {
            throw new IllegalArgumentException("this service neither owns nor follows a log '" + log + "'");
        }
        return source;
    }

    List<EventSource> all() {
        return new ArrayList<>(sources.values());
    }
}
