package se.statsbidrag.rules.value;

import java.util.Comparator;

/**
 * Where a fact comes from: one event in one log.
 *
 * @param log the log's name
 * @param position the event's position in that log, from 1
 */
public record EventReference(String log, long position) implements Comparable<EventReference> {
    private static final Comparator<EventReference> ORDER =
            Comparator.comparing(EventReference::log).thenComparingLong(EventReference::position);

    public EventReference {
        if (log.isBlank() || position < 1) {
            throw new IllegalArgumentException("no such event: " + log + ":" + position);
        }
    }

    @Override
    public int compareTo(EventReference other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return log + ":" + position;
    }
}
