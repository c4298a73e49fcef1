package se.statsbidrag.requisition.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.requisition.application.StoredConditions.Note;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** The register of conditions: loads what was noted of them from its streams, and records more. */
@ApplicationScoped
public class Conditions {
    private final EventLog log;
    private final EventCodec codec;

    @Inject
    public Conditions(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** What was noted of one recipient's conditions. */
    public StoredConditions load(ProgrammeId programme, RecipientCode recipient) {
        return new StoredConditions(notes(log.readStream(Streams.conditions(programme, recipient))));
    }

    /**
     * Records what was decided over the notes as they were loaded.
     *
     * @param events none when nothing changes
     * @return the notes after it
     * @throws se.statsbidrag.events.log.VersionConflict when they have changed since
     */
    public StoredConditions record(
            ProgrammeId programme,
            RecipientCode recipient,
            StoredConditions before,
            List<GrantEvent> events,
            Origin origin) {
        if (events.isEmpty()) {
            return before;
        }
        StreamAppend append = new StreamAppend(Streams.conditions(programme, recipient), before.version(), events);
        List<Note> all = new ArrayList<>(before.notes());
        all.addAll(notes(log.append(List.of(append), origin).events()));
        return new StoredConditions(all);
    }

    private List<Note> notes(List<RecordedEvent> events) {
        return events.stream().map(this::note).toList();
    }

    private Note note(RecordedEvent event) {
        if (codec.decode(event).event() instanceof ConditionRecorded noted) {
            return new Note(noted, event);
        }
        throw new IllegalStateException("not an event of conditions: " + event.type());
    }
}
