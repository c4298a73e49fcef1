package se.statsbidrag.events.log;

import se.statsbidrag.events.GrantEvent;

/** Turns events into what a log stores. */
@FunctionalInterface
public interface EventEncoder {

    /**
     * The event as it will stand in the log.
     *
     * @throws IllegalArgumentException when the event's type has no name, or its text cannot be written as UTF-8
     */
    EncodedEvent encode(GrantEvent event);
}
