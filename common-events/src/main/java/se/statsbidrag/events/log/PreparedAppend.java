package se.statsbidrag.events.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** All of an append that can be computed before the log's head is locked. */
final class PreparedAppend {
    private record Next(StreamName stream, long version, EncodedEvent event) {}

    private final List<StreamAppend> appends;
    private final Origin origin;
    private final List<Next> nexts;

    private PreparedAppend(List<StreamAppend> appends, Origin origin, List<Next> nexts) {
        this.appends = appends;
        this.origin = origin;
        this.nexts = nexts;
    }

    static PreparedAppend of(List<StreamAppend> appends, Origin origin, EventEncoder encoder) {
        List<Next> nexts = new ArrayList<>();
        for (StreamAppend append : appends) {
            long version = append.expectedVersion();
            for (var event : append.events()) {
                version++;
                nexts.add(new Next(append.stream(), version, encoder.encode(event)));
            }
        }
        return new PreparedAppend(List.copyOf(appends), origin, List.copyOf(nexts));
    }

    /** True when there are only guards. */
    boolean isEmpty() {
        return nexts.isEmpty();
    }

    List<StreamName> streams() {
        return appends.stream().map(StreamAppend::stream).distinct().toList();
    }

    /**
     * Compares each stream's version with what its writer saw, counting what this append adds before it.
     *
     * @throws VersionConflict for the first that differs
     */
    void check(ToLongFunction<StreamName> versions) {
        Map<StreamName, Long> current = new HashMap<>();
        for (StreamAppend append : appends) {
            long version = current.computeIfAbsent(append.stream(), versions::applyAsLong);
            if (version != append.expectedVersion()) {
                throw new VersionConflict(append.stream(), append.expectedVersion(), version);
            }
            current.put(append.stream(), version + append.events().size());
        }
    }

    /** The events as they follow a head, all recorded at the one time, so that no instant can part them. */
    Appended after(Head head, Instant recordedAt) {
        List<RecordedEvent> events = new ArrayList<>(nexts.size());
        long position = head.position();
        String hash = head.hash();
        for (Next next : nexts) {
            position++;
            RecordedEvent event = HashChain.link(
                    hash, head.log(), position, next.stream(), next.version(), next.event(), recordedAt, origin);
            events.add(event);
            hash = event.hash();
        }
        return new Appended(new Head(head.log(), position, hash, recordedAt), events);
    }

    /** The first append that adds events: whose version it was when the database saw a conflict before we did. */
    VersionConflict conflict() {
        StreamAppend first =
                appends.stream().filter(a -> !a.events().isEmpty()).findFirst().orElseThrow();
        return new VersionConflict(first.stream(), first.expectedVersion(), first.expectedVersion() + 1);
    }
}
