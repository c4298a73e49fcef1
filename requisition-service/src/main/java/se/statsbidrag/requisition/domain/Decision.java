package se.statsbidrag.requisition.domain;

import java.util.List;
import se.statsbidrag.events.GrantEvent;

/** What comes of a command. */
public sealed interface Decision {

    /**
     * It is to be recorded.
     *
     * @param events in order; empty when the command changes nothing
     */
    record Accepted(List<GrantEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It is refused. */
    record Refused(Refusal refusal) implements Decision {}

    static Decision accepted(GrantEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
