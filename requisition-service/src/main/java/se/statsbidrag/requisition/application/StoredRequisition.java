package se.statsbidrag.requisition.application;

import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.requisition.domain.RequisitionCase;

/**
 * A recipient's case with the events that it was folded from.
 *
 * @param events the stream in order; the event of version n stands at n − 1
 */
public record StoredRequisition(RequisitionCase file, List<DecodedEvent> events) {
    public StoredRequisition {
        events = List.copyOf(events);
    }

    static StoredRequisition of(List<DecodedEvent> events) {
        RequisitionCase file = RequisitionCase.EMPTY;
        for (DecodedEvent event : events) {
            file = file.evolve(event.event(), event.recorded().actor());
        }
        return new StoredRequisition(file, events);
    }

    StoredRequisition and(List<DecodedEvent> more) {
        List<DecodedEvent> all = new ArrayList<>(events);
        all.addAll(more);
        return of(all);
    }

    /** How many events the stream has; the ETag. */
    public long version() {
        return file.version();
    }

    /** @param version of an event in the stream, from 1 */
    public DecodedEvent event(long version) {
        return events.get(Math.toIntExact(version - 1));
    }
}
