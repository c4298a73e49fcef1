package se.statsbidrag.events.log;

import se.statsbidrag.events.GrantEvent;

/** Turns events into what a log stores. */
@FunctionalInterface
public interface EventEncoder {

    /** @throws IllegalArgumentException when the event's type has no name, or its text cannot be written as UTF-8 */
    EncodedEvent encode(GrantEvent event);
}
