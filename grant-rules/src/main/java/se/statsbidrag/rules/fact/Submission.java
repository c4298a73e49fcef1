package se.statsbidrag.rules.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.EventReference;

/**
 * One requisition as a recipient submitted it, changed it or withdrew it. A withdrawal is an entry of its own, received
 * when it arrived, so that a late one can be told from one in time.
 *
 * @param receivedAt when the server had its last byte
 * @param amount whole kronor; null where the programme sets the amount
 * @param wantsRemainingFunds whether the recipient asks for what others leave
 * @param outcome what has become of this submission so far
 * @param submitted the event that it arrived with
 * @param decided the event of its approval, return or rejection; null until there is one
 * @param completion whether it answers a return within the officer's date: it then keeps the arrival time of the
 *     submission that it completes (I-R5)
 * @param admitted the event by which two persons let it in although it was late; null when they have not
 */
public record Submission(
        Instant receivedAt,
        @Nullable Long amount,
        boolean wantsRemainingFunds,
        Outcome outcome,
        EventReference submitted,
        @Nullable EventReference decided,
        boolean completion,
        @Nullable EventReference admitted) {

    /** What has become of a submission. */
    public enum Outcome {
        SUBMITTED,
        RETURNED,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    /** The event that made the submission what it is now. */
    public EventReference latest() {
        return decided == null ? submitted : decided;
    }

    /** The same with what an officer decided. */
    public Submission decided(Outcome next, EventReference event) {
        return new Submission(receivedAt, amount, wantsRemainingFunds, next, submitted, event, completion, admitted);
    }

    /** The same, let in although it was late. */
    public Submission admitted(EventReference event) {
        return new Submission(receivedAt, amount, wantsRemainingFunds, outcome, submitted, decided, completion, event);
    }
}
