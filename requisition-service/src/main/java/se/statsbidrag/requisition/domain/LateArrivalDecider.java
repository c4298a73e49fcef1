package se.statsbidrag.requisition.domain;

import java.util.List;
import se.statsbidrag.events.RequisitionAdmissionDeclined;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.rules.value.RecipientCode;

/** Decides what becomes of a requisition that came late (domain: Late arrivals). */
final class LateArrivalDecider {
    private final RequisitionTerms terms;
    private final RecipientCode recipient;

    LateArrivalDecider(RequisitionTerms terms, RecipientCode recipient) {
        this.terms = terms;
        this.recipient = recipient;
    }

    Decision decide(RequisitionCase file, RequisitionCommand.OnLate command) {
        List<FieldFault> faults = ReasonRules.faults(command.reason());
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        Submission late = file.submission(command.submission()).orElse(null);
        if (late == null) {
            return Decision.refused(new Refusal.NoLateArrival());
        }
        if (late.admission() != null) {
            return Decision.refused(new Refusal.AdmissionSettled(late.admission() instanceof Submission.Admitted));
        }
        if (terms.inTime(late.arrivedAt())) {
            return Decision.refused(new Refusal.NoLongerLate(terms.dueDate()));
        }
        return switch (command) {
            case RequisitionCommand.Admit it -> admit(file, late, it);
            case RequisitionCommand.Decline it ->
                Decision.accepted(
                        new RequisitionAdmissionDeclined(terms.programme(), recipient, it.submission(), it.reason()));
        };
    }

    /** Only the newest is let in: it displaces what was in force as one in time would. */
    private Decision admit(RequisitionCase file, Submission late, RequisitionCommand.Admit command) {
        Submission newest = file.submissions().getLast();
        if (newest != late) {
            return Decision.refused(new Refusal.Superseded(newest.lastReceivedAt()));
        }
        return late.submittedBy().equals(command.by())
                ? Decision.refused(new Refusal.SamePerson())
                : Decision.accepted(
                        new RequisitionAdmitted(terms.programme(), recipient, command.submission(), command.reason()));
    }
}
