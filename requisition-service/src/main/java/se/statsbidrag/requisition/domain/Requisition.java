package se.statsbidrag.requisition.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a recipient's requisition stands under the deadline in force. Late is derived here and never stored, because a
 * deadline can be extended before or after it passed (domain: Late arrivals).
 */
public sealed interface Requisition {

    /** Nothing was ever received. */
    record None() implements Requisition {}

    /** Something was received. */
    sealed interface Received extends Requisition {
        /** What is in force, or the newest that came late when nothing is. */
        Submission submission();

        /** The state as the REST contract names it. */
        default RequisitionState state() {
            return switch (this) {
                case Submitted _, Late _ -> RequisitionState.SUBMITTED;
                case Returned _ -> RequisitionState.RETURNED;
                case Approved _ -> RequisitionState.APPROVED;
                case Rejected _, Declined _ -> RequisitionState.REJECTED;
                case Withdrawn _ -> RequisitionState.WITHDRAWN;
            };
        }
    }

    /** What takes part in the programme, or may come to: a late change can wait behind it without displacing it. */
    sealed interface InForce extends Received {
        /** The newest change that came late; null when there is none. It counts for nothing. */
        @Nullable Submission pendingLateChange();
    }

    /** In time and not yet decided. */
    record Submitted(Submission submission, @Nullable Submission pendingLateChange) implements InForce {}

    /** Sent back for completion; undecided, so it reserves its share (I-R5). */
    record Returned(
            Submission submission,
            Submission.SentBack sentBack,
            @Nullable Submission pendingLateChange) implements InForce {}

    /** Approved. */
    record Approved(Submission submission, @Nullable Submission pendingLateChange) implements InForce {}

    /** Received after the deadline in force with nothing before it: kept, and counts for nothing. */
    record Late(Submission submission) implements Received {}

    /** Received after the deadline in force and not let in, with nothing in force before it; nothing was received since. */
    record Declined(Submission submission) implements Received {}

    /** Rejected, and nothing was received since. */
    record Rejected(Submission submission) implements Received {}

    /** Withdrawn, and nothing was received since. */
    record Withdrawn(Submission submission) implements Received {}

    default boolean late() {
        return this instanceof Late || this instanceof Declined;
    }

    /** The change that came late and waits behind what is in force. */
    default Optional<Submission> lateChange() {
        return this instanceof InForce inForce ? Optional.ofNullable(inForce.pendingLateChange()) : Optional.empty();
    }

    /**
     * How the case stands: in force is the last submission that arrived in time or was let in, whatever came late after it
     * (I-R5). Of those that came late after it only the newest waits, until it is declined.
     */
    static Requisition of(RequisitionCase file, RequisitionTerms terms) {
        if (file.submissions().isEmpty()) {
            return new None();
        }
        Submission newest = file.submissions().getLast();
        Submission inForce = file.submissions().reversed().stream()
                .filter(submission -> submission.counts(terms))
                .findFirst()
                .orElse(null);
        if (inForce == null || (inForce.isOver() && inForce != newest)) {
            return isDeclined(newest) ? new Declined(newest) : new Late(newest);
        }
        Submission pending = inForce == newest || isDeclined(newest) ? null : newest;
        return switch (inForce.treatment()) {
            case Submission.Undecided _ -> new Submitted(inForce, pending);
            case Submission.SentBack sentBack -> new Returned(inForce, sentBack, pending);
            case Submission.Granted _ -> new Approved(inForce, pending);
            case Submission.Refused _ -> new Rejected(inForce);
            case Submission.TakenBack _ -> new Withdrawn(inForce);
        };
    }

    private static boolean isDeclined(Submission submission) {
        return submission.admission() instanceof Submission.Declined;
    }
}
