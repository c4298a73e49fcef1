package se.statsbidrag.allocation.domain;

import java.time.Instant;
import java.util.Comparator;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.rules.value.EventReference;

/**
 * An event with its place in a log.
 *
 * @param event what happened
 * @param reference which log, and where in it
 * @param streamVersion the event's version within its stream, from 1
 * @param recordedAt by that log's clock; never earlier than the event before it in the same log
 */
public record Happening(GrantEvent event, EventReference reference, long streamVersion, Instant recordedAt) {

    /** The one order over all logs (architecture: truth 9): recorded time, then log, then position. */
    public static final Comparator<Happening> ORDER =
            Comparator.comparing(Happening::recordedAt).thenComparing(Happening::reference);
}
