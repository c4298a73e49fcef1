package se.statsbidrag.requisition.read;

import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RequisitionAdmissionDeclined;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReleased;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.requisition.application.Admissions;
import se.statsbidrag.requisition.domain.LateArrivalId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Whose requisition in which programme: what a list is derived anew for. */
record Line(ProgrammeId programme, RecipientCode recipient) {

    /** Whose requisition an event is about; empty for one about none, or about many. */
    static Optional<Line> of(GrantEvent event) {
        return switch (event) {
            case RequisitionSubmitted it -> of(it.programme(), it.recipient());
            case RequisitionChanged it -> of(it.programme(), it.recipient());
            case RequisitionApproved it -> of(it.programme(), it.recipient());
            case RequisitionReturned it -> of(it.programme(), it.recipient());
            case RequisitionRejected it -> of(it.programme(), it.recipient());
            case RequisitionWithdrawn it -> of(it.programme(), it.recipient());
            case RequisitionAdmitted it -> of(it.programme(), it.recipient());
            case RequisitionAdmissionDeclined it -> of(it.programme(), it.recipient());
            case RequisitionHeld it -> of(it.programme(), it.recipient());
            case RequisitionReleased it -> of(it.programme(), it.recipient());
            case RequisitionDismissed it -> of(it.programme(), it.recipient());
            default -> Optional.empty();
        };
    }

    /** Whose late arrival is proposed to be admitted, or is so no longer. */
    static Optional<Line> ofProposal(GrantEvent event) {
        return switch (event) {
            case ActProposed it -> of(it.act(), it.subject());
            case ActApproved it -> of(it.act(), it.subject());
            case ActReturned it -> of(it.act(), it.subject());
            default -> Optional.empty();
        };
    }

    private static Optional<Line> of(String act, String subject) {
        return act.equals(Admissions.ACT)
                ? LateArrivalId.of(subject).map(id -> new Line(id.programme(), id.recipient()))
                : Optional.empty();
    }

    private static Optional<Line> of(ProgrammeId programme, RecipientCode recipient) {
        return Optional.of(new Line(programme, recipient));
    }

    /** Every requisition of a programme in the list of requisitions. */
    static List<Line> all(ProgrammeId programme) {
        List<RequisitionRow> rows = RequisitionRow.list("programme", programme.value());
        return rows.stream()
                .map(row -> new Line(programme, new RecipientCode(row.recipient)))
                .toList();
    }
}
