package se.statsbidrag.requisition.application;

import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.domain.ReferenceTableForm;
import se.statsbidrag.requisition.domain.ReferenceTableVersions;

/**
 * A table of reference data with the events that its versions stand in.
 *
 * @param events one for each version, in order
 */
public record StoredTable(ReferenceTableForm form, ReferenceTableVersions versions, List<RecordedEvent> events) {
    public StoredTable {
        events = List.copyOf(events);
    }

    static StoredTable of(ReferenceTableForm form, List<RecordedEvent> events, EventCodec codec) {
        ReferenceTableVersions versions = ReferenceTableVersions.none(form.table());
        for (RecordedEvent event : events) {
            versions = versions.evolve(codec.decode(event).event());
        }
        return new StoredTable(form, versions, events);
    }

    /** The event of a version; empty when there is no such version. */
    public Optional<RecordedEvent> event(int version) {
        return events.stream().filter(event -> event.version() == version).findFirst();
    }
}
