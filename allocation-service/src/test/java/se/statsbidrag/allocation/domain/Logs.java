package se.statsbidrag.allocation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.rules.value.EventReference;

/** Writes the three logs of a test: gives each event its position, its version in its stream and its recorded time. */
final class Logs {
    private final Map<String, List<Happening>> logs = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private Instant now = Instant.parse("2025-05-01T08:00:00Z");

    Logs at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Records an event; the next one comes a second later. */
    EventReference record(String log, String stream, GrantEvent event) {
        List<Happening> events = logs.computeIfAbsent(log, name -> new ArrayList<>());
        EventReference reference = new EventReference(log, events.size() + 1L);
        long version = versions.merge(stream, 1L, Long::sum);
        events.add(new Happening(event, reference, version, now));
        now = now.plusSeconds(1);
        return reference;
    }

    /** All events, log after log. */
    List<Happening> all() {
        return logs.values().stream().flatMap(List::stream).toList();
    }

    /** All events, the logs interleaved at random, each in its own order. */
    List<Happening> interleaved(Random random) {
        List<List<Happening>> left = new ArrayList<>();
        logs.values().forEach(events -> left.add(new ArrayList<>(events)));
        List<Happening> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Happening> log = left.get(random.nextInt(left.size()));
            shuffled.add(log.removeFirst());
            if (log.isEmpty()) {
                left.remove(log);
            }
        }
        return shuffled;
    }
}
