package se.statsbidrag.events.log;

import java.util.List;
import se.statsbidrag.events.GrantEvent;

/**
 * What to add to one stream.
 *
 * @param expectedVersion how many events the writer saw in the stream; 0 for a new one
 * @param events in order; empty means 'only if the stream still has that version', a guard on what the decision rested on
 */
public record StreamAppend(StreamName stream, long expectedVersion, List<GrantEvent> events) {
    public StreamAppend {
        events = List.copyOf(events);
    }
}
