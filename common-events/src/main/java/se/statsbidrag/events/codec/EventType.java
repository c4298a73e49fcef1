package se.statsbidrag.events.codec;

import java.util.List;
import se.statsbidrag.events.GrantEvent;

/**
 * A kind of event as logs know it.
 *
 * @param name stable: once in a log it is never changed and never given to another kind
 * @param record what the current code makes of it
 * @param upcasters from schema 1 to 2, from 2 to 3 and so on; empty while the first schema is the current one
 */
public record EventType(String name, Class<? extends GrantEvent> record, List<Upcaster> upcasters) {
    public EventType {
        upcasters = List.copyOf(upcasters);
    }

    EventType(String name, Class<? extends GrantEvent> record) {
        this(name, record, List.of());
    }

    /** The schema in which new events are written. */
    public int schema() {
        return upcasters.size() + 1;
    }
}
