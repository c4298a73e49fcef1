package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.requisition.domain.RequisitionCommand.OfficersAct;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Decides what a command does to a recipient's requisition (R-K4, I-R5, Late arrivals). Until the deadline any change is
 * free; after it a completion within the officer's date keeps the arrival time, and anything else is kept as late.
 */
public final class RequisitionDecider {
    private final RequisitionTerms terms;
    private final RecipientCode recipient;

    public RequisitionDecider(RequisitionTerms terms, RecipientCode recipient) {
        this.terms = terms;
        this.recipient = recipient;
    }

    /** What the command does to the case as it is. */
    public Decision decide(RequisitionCase file, RequisitionCommand command) {
        Requisition standing = Requisition.of(file, terms);
        return switch (command) {
            case RequisitionCommand.Submit submit -> submit(file, standing, submit);
            case RequisitionCommand.Withdraw withdraw -> withdraw(standing, withdraw.receivedAt());
            case OfficersAct act -> act(standing, act);
        };
    }

    private Decision submit(RequisitionCase file, Requisition standing, RequisitionCommand.Submit command) {
        List<FieldFault> faults = new ArrayList<>(ContentRules.faults(terms, command.content()));
        if (standing instanceof Requisition.Returned returned && completes(returned, command.receivedAt())) {
            faults.addAll(raisedAmount(returned, command.content()));
        }
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        return switch (standing) {
            case Requisition.None _ -> first(command);
            case Requisition.Rejected _, Requisition.Withdrawn _ -> first(command);
            case Requisition.Returned returned when terms.inTime(command.receivedAt()) -> change(command, false);
            case Requisition.Returned returned when completes(returned, command.receivedAt()) -> change(command, true);
            case Requisition.InForce _, Requisition.Late _ ->
                file.submissions().getLast().content().equals(command.content())
                        ? Decision.accepted()
                        : change(command, false);
        };
    }

    private Decision first(RequisitionCommand.Submit command) {
        return terms.notYetOpen(command.receivedAt())
                .map(day -> Decision.refused(new Refusal.NotYetOpen(day)))
                .orElseGet(() -> Decision.accepted(new RequisitionSubmitted(
                        programme(), recipient, terms.caseNumber(recipient), command.receivedAt(), command.content())));
    }

    private Decision change(RequisitionCommand.Submit command, boolean completion) {
        return Decision.accepted(
                new RequisitionChanged(programme(), recipient, command.receivedAt(), command.content(), completion));
    }

    /** After the deadline, within the officer's date: it keeps the arrival time of what it completes (I-R5). */
    private boolean completes(Requisition.Returned returned, Instant receivedAt) {
        return !terms.inTime(receivedAt)
                && DeadlineDay.inTime(receivedAt, returned.sentBack().completeBy());
    }

    /** A completion may not raise the amount (I-R5). */
    private static List<FieldFault> raisedAmount(Requisition.Returned returned, RequisitionContent content) {
        Long before = returned.submission().content().amount();
        Long now = content.amount();
        if (before == null || now == null || now <= before) {
            return List.of();
        }
        return List.of(new FieldFault(
                "amount",
                now.toString(),
                "raises the amount after the deadline",
                "ask for at most " + before + ", the amount that was sent back for completion"));
    }

    private Decision withdraw(Requisition standing, Instant receivedAt) {
        return switch (standing) {
            case Requisition.None _ -> Decision.refused(new Refusal.NothingReceived());
            case Requisition.Withdrawn _ -> Decision.accepted();
            case Requisition.Rejected _ -> Decision.refused(new Refusal.NotUndecided(RequisitionState.REJECTED));
            case Requisition.InForce _, Requisition.Late _ ->
                terms.inTime(receivedAt)
                        ? Decision.accepted(new RequisitionWithdrawn(programme(), recipient, receivedAt))
                        : Decision.refused(new Refusal.DeadlineHasPassed(terms.dueDate()));
        };
    }

    private Decision act(Requisition standing, OfficersAct act) {
        List<FieldFault> faults = actFaults(act);
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        return switch (standing) {
            case Requisition.None _ -> Decision.refused(new Refusal.NothingReceived());
            case Requisition.Late _ -> Decision.refused(new Refusal.NeedsAdmission());
            case Requisition.Submitted submitted -> accepted(submitted.submission(), act);
            case Requisition.Returned returned -> accepted(returned.submission(), act);
            case Requisition.Approved _ -> Decision.refused(new Refusal.NotUndecided(RequisitionState.APPROVED));
            case Requisition.Rejected _ -> Decision.refused(new Refusal.NotUndecided(RequisitionState.REJECTED));
            case Requisition.Withdrawn _ -> Decision.refused(new Refusal.NotUndecided(RequisitionState.WITHDRAWN));
        };
    }

    private Decision accepted(Submission submission, OfficersAct act) {
        long about = submission.version();
        return Decision.accepted(
                switch (act) {
                    case RequisitionCommand.Approve it ->
                        new RequisitionApproved(programme(), recipient, about, it.reason());
                    case RequisitionCommand.Return it ->
                        new RequisitionReturned(programme(), recipient, about, it.reason(), it.completeBy());
                    case RequisitionCommand.Reject it ->
                        new RequisitionRejected(programme(), recipient, about, it.reason());
                });
    }

    private static List<FieldFault> actFaults(OfficersAct act) {
        List<FieldFault> faults = new ArrayList<>(ReasonRules.faults(act.reason()));
        if (act instanceof RequisitionCommand.Return it && !DeadlineDay.inTime(it.receivedAt(), it.completeBy())) {
            faults.add(new FieldFault(
                    "completeBy",
                    it.completeBy().toString(),
                    "is a day that has ended",
                    "give the last day for completing it, today or later"));
        }
        return faults;
    }

    private ProgrammeId programme() {
        return terms.programme();
    }
}
