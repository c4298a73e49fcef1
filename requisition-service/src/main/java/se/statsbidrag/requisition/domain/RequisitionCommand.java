package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import se.statsbidrag.events.RequisitionContent;

/** What a representative or an officer asks to be done with a requisition. */
public sealed interface RequisitionCommand {

    /** When the server had the command's last byte. */
    Instant receivedAt();

    /** A representative submits a requisition, or replaces what it says. */
    record Submit(RequisitionContent content, Instant receivedAt) implements RequisitionCommand {}

    /** A representative takes it back. */
    record Withdraw(Instant receivedAt) implements RequisitionCommand {}

    /** What officers do, always with a reason. */
    sealed interface OfficersAct extends RequisitionCommand {
        String reason();
    }

    /** An officer approves it. */
    record Approve(String reason, Instant receivedAt) implements OfficersAct {}

    /**
     * An officer sends it back for completion.
     *
     * @param completeBy the last day for completing it, to its end in Swedish time
     */
    record Return(String reason, LocalDate completeBy, Instant receivedAt) implements OfficersAct {}

    /** An officer rejects it. */
    record Reject(String reason, Instant receivedAt) implements OfficersAct {}
}
