package se.statsbidrag.requisition.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.ProgrammeId;

/** Records extensions of deadlines, whichever log carries the mark. */
@ApplicationScoped
public class Deadlines {
    private final EventLog log;

    @Inject
    public Deadlines(EventLog log) {
        this.log = log;
    }

    /** How many events the deadline's stream has here; read it before the day in force, which the decision rests on. */
    public long version(ProgrammeId programme, DeadlineId deadline) {
        return log.readStream(Streams.deadline(programme, deadline)).size();
    }

    /**
     * Records an extension.
     *
     * @param version of the deadline's stream that the decision rests on
     * @throws se.statsbidrag.events.log.VersionConflict when the deadline has moved or passed since
     */
    public RecordedEvent record(
            ProgrammeId programme, DeadlineId deadline, long version, List<GrantEvent> events, Origin origin) {
        StreamAppend append = new StreamAppend(Streams.deadline(programme, deadline), version, events);
        return log.append(List.of(append), origin).events().getLast();
    }
}
