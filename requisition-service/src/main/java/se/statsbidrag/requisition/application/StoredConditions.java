package se.statsbidrag.requisition.application;

import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.value.ConditionId;

/**
 * What was noted of a recipient's conditions in one programme.
 *
 * @param notes the stream in order
 */
public record StoredConditions(List<Note> notes) {
    public StoredConditions {
        notes = List.copyOf(notes);
    }

    /** One note and where it stands. */
    public record Note(ConditionRecorded noted, RecordedEvent event) {}

    /** The note that stands; empty when nothing was ever noted of it. */
    public Optional<Note> of(ConditionId condition) {
        return notes.reversed().stream()
                .filter(note -> note.noted().condition().equals(condition))
                .findFirst();
    }

    /** How many events the stream has; the ETag. */
    public long version() {
        return notes.size();
    }
}
