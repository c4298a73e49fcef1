package se.statsbidrag.events.log;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a log from its beginning and names the first event that is not as it was recorded: by the chain of hashes, the
 * positions, the streams' versions, and the time that never goes back. Who rewrites a whole log, its end included, is found
 * out only by a head that is kept elsewhere, such as a consumer's.
 */
public final class LogVerifier {
    private static final int PAGE = 1_000;

    private final Head expected;
    private final Map<StreamName, Long> versions = new HashMap<>();
    private long position;
    private String hash = HashChain.BEGINNING;
    private Instant time = Instant.MIN;

    private LogVerifier(Head expected) {
        this.expected = expected;
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
        return new LogVerifier(expected).walk(log);
    }

    private LogVerdict walk(LogPages log) {
        List<RecordedEvent> page = log.readAfter(0, PAGE);
        while (!page.isEmpty()) {
            for (RecordedEvent event : page) {
                Optional<String> fault = fault(event);
                if (fault.isPresent()) {
                    return new LogVerdict.Broken(position + 1, fault.get());
                }
                accept(event);
            }
            page = log.readAfter(position, PAGE);
        }
        return position < expected.position()
                ? new LogVerdict.Broken(position + 1, "is missing: the head is at position " + expected.position())
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
        if (event.position() != position + 1) {
            return Optional.of("is missing: position " + event.position() + " follows " + position);
        }
        if (!event.log().equals(expected.log())) {
            return Optional.of("is of log " + event.log() + ", not " + expected.log());
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
        if (event.position() == expected.position() && !event.hash().equals(expected.hash())) {
            return Optional.of("is not the event that the head names: this log was written anew");
        }
        return Optional.empty();
    }
}
