package se.statsbidrag.events.log;

import java.time.Instant;
import se.statsbidrag.rules.value.EventReference;

/**
 * An event as it stands in a log, byte for byte.
 *
 * @param log the log's name
 * @param position from 1, without gaps, in the order of commits
 * @param version from 1 within the stream
 * @param type stable type name
 * @param schema the type's schema number
 * @param recordedAt by the log's clock, to the microsecond; later positions are never earlier
 * @param actor who caused it, an opaque id, and {@code trace} in which call (see {@link Origin})
 * @param authentication how the actor had shown who it is (see {@link Origin})
 * @param payload the event as JSON text, exactly as stored
 * @param previousHash the hash of the event before it; 64 zeros for the first
 * @param hash SHA-256, lower-case hexadecimal, over the previous hash and everything above (see {@link HashChain})
 */
public record RecordedEvent(
        String log,
        long position,
        StreamName stream,
        long version,
        String type,
        int schema,
        Instant recordedAt,
        String actor,
        String trace,
        String authentication,
        String payload,
        String previousHash,
        String hash) {

    public EventReference reference() {
        return new EventReference(log, position);
    }

    RecordedEvent withHash(String newHash) {
        return new RecordedEvent(
                log,
                position,
                stream,
                version,
                type,
                schema,
                recordedAt,
                actor,
                trace,
                authentication,
                payload,
                previousHash,
                newHash);
    }
}
