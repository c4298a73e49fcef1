package se.statsbidrag.requisition.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.access.Permissions;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Loads organisations' mandates from their streams and records what was decided about them. */
@ApplicationScoped
public class Mandates {
    private final EventLog log;
    private final EventCodec codec;
    private final Permissions permissions = Permissions.ofTheAgency();

    @Inject
    public Mandates(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** Which role may do what. */
    public Permissions permissions() {
        return permissions;
    }

    /** An organisation's mandate as its stream says. */
    public StoredMandate load(OrganisationNumber organisation) {
        return StoredMandate.of(organisation, decoded(log.readStream(Streams.mandate(organisation))));
    }

    /**
     * Records what was decided over the mandate as it was loaded.
     *
     * @param events none when nothing changes
     * @return the mandate after it
     * @throws se.statsbidrag.events.log.VersionConflict when the mandate has changed since it was loaded
     */
    public StoredMandate record(StoredMandate before, List<GrantEvent> events, Origin origin) {
        if (events.isEmpty()) {
            return before;
        }
        StreamAppend append = new StreamAppend(Streams.mandate(before.organisation()), before.version(), events);
        return before.and(decoded(log.append(List.of(append), origin).events()));
    }

    /** That the mandate is still as it was loaded, for an append that rests on it. */
    static StreamAppend guard(StoredMandate mandate) {
        return new StreamAppend(Streams.mandate(mandate.organisation()), mandate.version(), List.of());
    }

    private List<DecodedEvent> decoded(List<RecordedEvent> events) {
        return events.stream().map(codec::decode).toList();
    }
}
