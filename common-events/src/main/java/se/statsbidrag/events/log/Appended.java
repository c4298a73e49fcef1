package se.statsbidrag.events.log;

import java.util.List;

/**
 * What an append recorded.
 *
 * @param head the log's head after it
 * @param events in log order; empty when nothing was to be added
 */
public record Appended(Head head, List<RecordedEvent> events) {
    public Appended {
        events = List.copyOf(events);
    }
}
