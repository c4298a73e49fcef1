package se.statsbidrag.allocation.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.rules.value.EventReference;

/** Writes the logs of a test: gives each event its position, its version in its stream and its recorded time. */
public final class WrittenLogs {
    private final Map<String, List<DecodedEvent>> logs = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private Instant now = Instant.parse("2025-05-01T08:00:00Z");

    public WrittenLogs at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Records an event; the next one comes a second later. */
    public EventReference record(String log, String stream, GrantEvent event) {
        List<DecodedEvent> events = logs.computeIfAbsent(log, name -> new ArrayList<>());
        long version = versions.merge(stream, 1L, Long::sum);
        RecordedEvent recorded = recorded(event, log, events.size() + 1L, stream, version);
        events.add(new DecodedEvent(recorded, event));
        now = now.plusSeconds(1);
        return recorded.reference();
    }

    /** An event that no log ever held. */
    public RecordedEvent fabricated(GrantEvent event, String log, long position) {
        return recorded(event, log, position, "fabricated", 1);
    }

    private RecordedEvent recorded(GrantEvent event, String log, long position, String stream, long version) {
        return new RecordedEvent(
                log,
                position,
                new StreamName(stream),
                version,
                event.getClass().getSimpleName(),
                1,
                now,
                "test",
                "",
                "",
                "{}",
                "",
                "");
    }

    /** All events, log after log. */
    public List<DecodedEvent> all() {
        return logs.values().stream().flatMap(List::stream).toList();
    }

    /** All events, the logs interleaved at random, each in its own order. */
    public List<DecodedEvent> interleaved(Random random) {
        List<List<DecodedEvent>> left = new ArrayList<>();
        logs.values().forEach(events -> left.add(new ArrayList<>(events)));
        List<DecodedEvent> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            List<DecodedEvent> log = left.get(random.nextInt(left.size()));
            shuffled.add(log.removeFirst());
            if (log.isEmpty()) {
                left.remove(log);
            }
        }
        return shuffled;
    }
}
