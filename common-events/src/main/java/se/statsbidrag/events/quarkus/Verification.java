package se.statsbidrag.events.quarkus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.log.LogVerdict;

/**
 * What the verifier found out about a log.
 *
 * @param position WHOLE: of the last event; BROKEN: of the first event that is not as it was recorded; UNFINISHED: up to
 *     which everything is as it was recorded
 * @param hash of the last event of a whole log
 * @param fault how a broken log's event differs
 * @param stream of the event that stands there
 * @param type of that event
 * @param verifiedAt when the walk ended, by the service's clock
 * @param action what to do about it; null where nothing need be done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
        String log,
        Verdict verdict,
        long position,
        @Nullable String hash,
        @Nullable String fault,
        @Nullable String stream,
        @Nullable String type,
        Instant verifiedAt,
        @Nullable String action) {

    /** How it ended. */
    public enum Verdict {
        /** Every event is there and as it was recorded. */
        WHOLE,
        /** Somebody changed the log. */
        BROKEN,
        /** The log is too long to be walked within one request. */
        UNFINISHED
    }

    static Verification of(String log, LogVerdict verdict, Instant verifiedAt) {
        return switch (verdict) {
            case LogVerdict.Whole(long position, String hash) ->
                new Verification(log, Verdict.WHOLE, position, hash, null, null, null, verifiedAt, null);
            case LogVerdict.Broken(long position, String fault, var stream, var type) ->
                new Verification(
                        log,
                        Verdict.BROKEN,
                        position,
                        null,
                        fault,
                        stream == null ? null : stream.value(),
                        type,
                        verifiedAt,
                        "Rely on nothing from this event on; take an export as evidence, and compare it with earlier ones");
        };
    }

    static Verification unfinished(String log, long position, Instant verifiedAt) {
        return new Verification(
                log,
                Verdict.UNFINISHED,
                position,
                null,
                null,
                null,
                null,
                verifiedAt,
                "Take an export and verify it with ./audit verify, which has no limit");
    }
}
