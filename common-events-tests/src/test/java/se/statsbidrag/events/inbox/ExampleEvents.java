package se.statsbidrag.events.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.SettableClock;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;

/** Logs with something in them. */
public final class ExampleEvents {
    public static final Origin ORIGIN = Origin.ofSystem("test");

    private ExampleEvents() {}

    /** A log of another service, held in memory, whose clock stands in 2025. */
    public static InMemoryEventLog source(String name) {
        return new InMemoryEventLog(name, new EventCodec(), new SettableClock(Instant.parse("2025-03-01T00:00:00Z")));
    }

    /** Appends events, each alone in a stream of its own kind. */
    public static List<RecordedEvent> append(EventLog log, int count) {
        List<RecordedEvent> recorded = new ArrayList<>();
        StreamName stream = new StreamName("example/one");
        for (int i = 0; i < count; i++) {
            long version = log.readStream(stream).size();
            recorded.addAll(log.append(
                            List.of(new StreamAppend(stream, version, List.of(event("number " + version)))), ORIGIN)
                    .events());
        }
        return recorded;
    }

    public static GrantEvent event(String reason) {
        return new TieResolved(new ProgrammeId("p"), new PotId("q"), List.of(), List.of(), reason);
    }
}
