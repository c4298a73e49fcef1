package se.statsbidrag.events.log;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a log from its beginning and names the first event that is not as it was recorded: by the chain of hashes, the
 * positions, the streams' versions, and the time that never goes back. Who rewrites a whole log, its end included, is found
 * out only by a head that is kept elsewhere, such as a consumer's.
 */
public final class LogVerifier {
    private final String log;
    private final Collection<Head> known;
    private final Map<StreamName, Long> versions = new HashMap<>();
    private long position;
    private String hash = HashChain.BEGINNING;
    private Instant time = Instant.MIN;

    private LogVerifier(String log, Collection<Head> known) {
        this.log = log;
        this.known = known;
    }

    /** Verifies a log up to its own head, and what follows. */
    public static LogVerdict verify(EventLog log) {
        return verify(log::readAfter, log.head());
    }

    /**
     * Verifies a log against what somebody knows of it.
     *
     * @param expected position and hash of an event that was its last when they were noted
     */
    public static LogVerdict verify(LogPages log, Head expected) {
        return verify(log.fromTheBeginning(), expected.log(), List.of(expected));
    }

    /**
     * Verifies a log's events, each looked at once and then let go; only the streams' versions are kept.
     *
     * @param events from the first on
     * @param known heads of this log, noted when and by whomever
     * @throws RuntimeException whatever reading the events throws
     */
    public static LogVerdict verify(Iterator<RecordedEvent> events, String log, Collection<Head> known) {
        return new LogVerifier(log, known).walk(events);
    }

    private LogVerdict walk(Iterator<RecordedEvent> events) {
        while (events.hasNext()) {
            RecordedEvent event = events.next();
            if (event.position() != position + 1) {
                return LogVerdict.Broken.missing(
                        position + 1, "is missing: position " + event.position() + " follows " + position);
            }
            Optional<String> fault = fault(event);
            if (fault.isPresent()) {
                return new LogVerdict.Broken(position + 1, fault.get(), event.stream(), event.type());
            }
            accept(event);
        }
        long head = known.stream().mapToLong(Head::position).max().orElse(0);
        return position < head
                ? LogVerdict.Broken.missing(position + 1, "is missing: the head is at position " + head)
                : new LogVerdict.Whole(position, hash);
    }

    private void accept(RecordedEvent event) {
        position = event.position();
        hash = event.hash();
        time = event.recordedAt();
        versions.put(event.stream(), event.version());
    }

    private Optional<String> fault(RecordedEvent event) {
        long version = versions.getOrDefault(event.stream(), 0L) + 1;
        if (!event.log().equals(log)) {
            return Optional.of("is of log " + event.log() + ", not " + log);
        }
        if (!event.previousHash().equals(hash)) {
            return Optional.of("does not follow event " + position + ": it was recorded after another one");
        }
        if (!event.hash().equals(HashChain.hash(event))) {
            return Optional.of("is not what was recorded: its hash does not fit what it says");
        }
        if (event.version() != version) {
            return Optional.of(
                    "has version %d in stream %s, not %d".formatted(event.version(), event.stream(), version));
        }
        if (event.recordedAt().isBefore(time)) {
            return Optional.of("was recorded at " + event.recordedAt() + ", before the event in front of it");
        }
        if (known.stream().anyMatch(head -> isAnother(head, event))) {
            return Optional.of("is not the event that the head names: this log was written anew");
        }
        return Optional.empty();
    }

    private static boolean isAnother(Head head, RecordedEvent event) {
        return head.position() == event.position() && !head.hash().equals(event.hash());
    }
}
