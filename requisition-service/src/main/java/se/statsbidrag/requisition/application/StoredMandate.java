package se.statsbidrag.requisition.application;

import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.requisition.domain.Mandate;
import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * An organisation's mandate with the events that it was folded from.
 *
 * @param events the stream in order
 */
public record StoredMandate(OrganisationNumber organisation, Mandate mandate, List<DecodedEvent> events) {
    public StoredMandate {
        events = List.copyOf(events);
    }

    static StoredMandate of(OrganisationNumber organisation, List<DecodedEvent> events) {
        Mandate mandate = Mandate.NONE;
        for (DecodedEvent event : events) {
            mandate = mandate.evolve(event.event());
        }
        return new StoredMandate(organisation, mandate, events);
    }

    StoredMandate and(List<DecodedEvent> more) {
        List<DecodedEvent> all = new ArrayList<>(events);
        all.addAll(more);
        return of(organisation, all);
    }

    /** How many events the stream has; the ETag. */
    public long version() {
        return events.size();
    }
}
