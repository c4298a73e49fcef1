package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import se.statsbidrag.events.RequisitionContent;

/** What a representative or an officer asks to be done with a requisition. */
public sealed interface RequisitionCommand {

    /** When the server had the command's last byte. */
    Instant receivedAt();

    /** Opaque id of who asks. */
    String by();

    /** A recipient submits a requisition, or replaces what it says. */
    record Submit(RequisitionContent content, Instant receivedAt, String by) implements RequisitionCommand {}

    /** A recipient saves what it is going to say, finished or not. */
    record SaveDraft(RequisitionContent content, Instant receivedAt, String by) implements RequisitionCommand {}

    /** A recipient takes it back. */
    record Withdraw(Instant receivedAt, String by) implements RequisitionCommand {}

    /** What is done with a requisition that is held, always with a reason. */
    sealed interface OnHeld extends RequisitionCommand {
        /** Version of the held requisition within the stream. */
        long held();

        String reason();

        /** Whether an officer asks, or else the organisation itself. */
        boolean officer();
    }

    /** Let it in with the arrival time that it had. */
    record Release(long held, String reason, Instant receivedAt, String by, boolean officer) implements OnHeld {}

    /** Put it aside. */
    record Dismiss(long held, String reason, Instant receivedAt, String by, boolean officer) implements OnHeld {}

    /** What is done with a requisition that came late, always with a reason. */
    sealed interface OnLate extends RequisitionCommand {
        /** Version of the late submission within the stream. */
        long submission();

        String reason();
    }

    /** Let it in: what two persons have agreed on. */
    record Admit(long submission, String reason, Instant receivedAt, String by) implements OnLate {}

    /** Do not let it in. */
    record Decline(long submission, String reason, Instant receivedAt, String by) implements OnLate {}

    /** An officer approves it with many others, when there are no remarks on it. */
    record ApproveUnremarked(String reason, Instant receivedAt, String by) implements RequisitionCommand {}

    /** What officers do, always with a reason. */
    sealed interface OfficersAct extends RequisitionCommand {
        String reason();
    }

    /** An officer approves it. */
    record Approve(String reason, Instant receivedAt, String by) implements OfficersAct {}

    /**
     * An officer sends it back for completion.
     *
     * @param completeBy the last day for completing it, to its end in Swedish time
     */
    record Return(String reason, LocalDate completeBy, Instant receivedAt, String by) implements OfficersAct {}

    /** An officer rejects it. */
    record Reject(String reason, Instant receivedAt, String by) implements OfficersAct {}
}
