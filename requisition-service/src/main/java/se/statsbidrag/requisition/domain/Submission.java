package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.RequisitionContent;

/**
 * What a recipient sent once, and what became of it.
 *
 * @param version of its event within the requisition's stream
 * @param caseNumber the public register's number
 * @param receivedAt when the server had its last byte (2017:900, 22 §)
 * @param arrivedAt what counts against the deadline: {@code receivedAt}, or for a completion within the officer's date
 *     the arrival of what it completes (I-R5)
 * @param submittedBy opaque id of who sent it; may not approve it
 * @param content what it says
 * @param treatment what became of it
 * @param admission what was said of letting it in although it came late; null while nothing was
 */
public record Submission(
        long version,
        String caseNumber,
        Instant receivedAt,
        Instant arrivedAt,
        String submittedBy,
        RequisitionContent content,
        Treatment treatment,
        @Nullable Admission admission) {

    /** What became of a submission. */
    public sealed interface Treatment {}

    /** Nobody has decided on it yet. */
    public record Undecided() implements Treatment {}

    /**
     * It was sent back.
     *
     * @param reason what is missing
     * @param completeBy the last day for completing it, to its end in Swedish time
     */
    public record SentBack(String reason, LocalDate completeBy) implements Treatment {}

    /** It was approved. */
    public record Granted(String reason) implements Treatment {}

    /** It was rejected. */
    public record Refused(String reason) implements Treatment {}

    /** The recipient took it back. */
    public record TakenBack(Instant receivedAt) implements Treatment {}

    /** What was said of letting it in although it came late. */
    public sealed interface Admission {
        /** Version of the event that said so, within the stream. */
        long version();

        String reason();
    }

    /** Two persons let it in: it counts as if it had arrived in time. */
    public record Admitted(long version, String reason) implements Admission {}

    /** It is not let in, and waits no longer. */
    public record Declined(long version, String reason) implements Admission {}

    Submission with(Treatment next) {
        return new Submission(version, caseNumber, receivedAt, arrivedAt, submittedBy, content, next, admission);
    }

    Submission with(Admission next) {
        return new Submission(version, caseNumber, receivedAt, arrivedAt, submittedBy, content, treatment, next);
    }

    /** Whether it takes part: it arrived in time, or was let in (R-K4; domain: Late arrivals). */
    boolean counts(RequisitionTerms terms) {
        return admission instanceof Admitted || terms.inTime(arrivedAt);
    }

    /** When the recipient was last heard about it: when it took it back, or else sent it. */
    Instant lastReceivedAt() {
        return treatment instanceof TakenBack takenBack ? takenBack.receivedAt() : receivedAt;
    }

    /** Whether it asks for nothing any more. */
    boolean isOver() {
        return treatment instanceof Refused || treatment instanceof TakenBack;
    }
}
