package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReleased;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.access.Power;
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
    private final OrganisationMandate mandate;

    public RequisitionDecider(RequisitionTerms terms, RecipientCode recipient, OrganisationMandate mandate) {
        this.terms = terms;
        this.recipient = recipient;
        this.mandate = mandate;
    }

    /** What the command does to the case as it is. */
    public Decision decide(RequisitionCase file, RequisitionCommand command) {
        Requisition standing = Requisition.of(file, terms);
        return switch (command) {
            case RequisitionCommand.Submit submit -> submitOnMandate(file, standing, submit);
            case RequisitionCommand.Withdraw withdraw -> withdrawOnMandate(standing, withdraw);
            case RequisitionCommand.OnHeld onHeld -> onHeld(file, standing, onHeld);
            case RequisitionCommand.OnLate onLate -> new LateArrivalDecider(terms, recipient).decide(file, onLate);
            case RequisitionCommand.SaveDraft draft ->
                new DraftDecider(programme(), recipient, mandate).decide(file, draft);
            case RequisitionCommand.ApproveUnremarked it -> approveUnremarked(file, standing, it);
            case OfficersAct act -> act(standing, act);
        };
    }

    /** A requisition is made by an approved representative (R-K4); one whose mandate has lapsed is heard, but held. */
    private Decision submitOnMandate(RequisitionCase file, Requisition standing, RequisitionCommand.Submit command) {
        return switch (mandate.mandate().power(command.by())) {
            case Power.Held _ when mandate.allows(command.by(), Permission.SUBMIT_CASE) -> submit(standing, command);
            case Power.Held _ -> Decision.refused(new Refusal.NotPermitted(Permission.SUBMIT_CASE.action()));
            case Power.Never _ -> Decision.refused(new Refusal.NoMandate(null));
            case Power.Lapsed(Lapse lapse) -> hold(file, command, lapse);
        };
    }

    private Decision hold(RequisitionCase file, RequisitionCommand.Submit command, Lapse lapse) {
        List<FieldFault> faults = ContentRules.faults(terms.content(), recipient, command.content());
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        Optional<LocalDate> opensOn = terms.notYetOpen(command.receivedAt());
        if (opensOn.isPresent()) {
            return Decision.refused(new Refusal.NotYetOpen(opensOn.get()));
        }
        boolean known = file.held().stream()
                .anyMatch(each ->
                        each.sender().equals(command.by()) && each.content().equals(command.content()));
        return known
                ? Decision.accepted()
                : Decision.accepted(new RequisitionHeld(
                        programme(),
                        recipient,
                        mandate.organisation(),
                        command.by(),
                        lapse,
                        command.receivedAt(),
                        command.content()));
    }

    private Decision onHeld(RequisitionCase file, Requisition standing, RequisitionCommand.OnHeld command) {
        List<FieldFault> faults = ReasonRules.faults(command.reason());
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        if (!command.officer() && !mandate.isRepresentative(command.by())) {
            return Decision.refused(new Refusal.NotPermitted("to decide over a held requisition"));
        }
        HeldRequisition held = file.findHeld(command.held()).orElse(null);
        if (held == null) {
            return Decision.refused(new Refusal.NothingHeld());
        }
        return switch (command) {
            case RequisitionCommand.Dismiss it ->
                Decision.accepted(new RequisitionDismissed(programme(), recipient, it.held(), it.reason()));
            case RequisitionCommand.Release it -> release(file, standing, held, it);
        };
    }

    /** What was received since is not displaced; the sender has a mandate again. */
    private Decision release(
            RequisitionCase file, Requisition standing, HeldRequisition held, RequisitionCommand.Release command) {
        if (!mandate.allows(held.sender(), Permission.SUBMIT_CASE)) {
            return Decision.refused(new Refusal.SenderHasNoMandate());
        }
        Optional<Instant> later = file.submissions().stream()
                .map(Submission::lastReceivedAt)
                .filter(receivedAt -> receivedAt.isAfter(held.receivedAt()))
                .findFirst();
        if (later.isPresent()) {
            return Decision.refused(new Refusal.Superseded(later.get()));
        }
        RequisitionCommand.Submit submit =
                new RequisitionCommand.Submit(held.content(), held.receivedAt(), held.sender());
        return switch (submit(standing, submit)) {
            case Decision.Refused refused -> refused;
            case Decision.Accepted(List<GrantEvent> events) -> {
                List<GrantEvent> all = new ArrayList<>();
                all.add(new RequisitionReleased(programme(), recipient, held.version(), command.reason()));
                all.addAll(events);
                yield new Decision.Accepted(all);
            }
        };
    }

    private Decision withdrawOnMandate(Requisition standing, RequisitionCommand.Withdraw command) {
        return switch (mandate.mandate().power(command.by())) {
            case Power.Held _
            when mandate.allows(command.by(), Permission.SUBMIT_CASE) -> withdraw(standing, command.receivedAt());
            case Power.Held _ -> Decision.refused(new Refusal.NotPermitted(Permission.SUBMIT_CASE.action()));
            case Power.Never _ -> Decision.refused(new Refusal.NoMandate(null));
            case Power.Lapsed(Lapse lapse) -> Decision.refused(new Refusal.NoMandate(lapse));
        };
    }

    private Decision submit(Requisition standing, RequisitionCommand.Submit command) {
        List<FieldFault> faults = new ArrayList<>(ContentRules.faults(terms.content(), recipient, command.content()));
        if (standing instanceof Requisition.Returned returned && completes(returned, command.receivedAt())) {
            faults.addAll(raisedAmount(returned, command.content()));
        }
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        return switch (standing) {
            case Requisition.None _ -> first(command);
            case Requisition.Rejected _, Requisition.Withdrawn _, Requisition.Declined _ -> first(command);
            case Requisition.Returned returned when terms.inTime(command.receivedAt()) -> change(command, false);
            case Requisition.Returned returned when completes(returned, command.receivedAt()) -> change(command, true);
            case Requisition.InForce it ->
                it.lateChange().orElse(it.submission()).content().equals(command.content())
                        ? Decision.accepted()
                        : change(command, false);
            case Requisition.Late it ->
                it.submission().content().equals(command.content()) ? Decision.accepted() : change(command, false);
        };
    }

    private Decision first(RequisitionCommand.Submit command) {
        return terms.notYetOpen(command.receivedAt())
                .map(day -> Decision.refused(new Refusal.NotYetOpen(day)))
                .orElseGet(() -> Decision.accepted(new RequisitionSubmitted(
                        programme(),
                        recipient,
                        terms.caseNumber(recipient),
                        command.receivedAt(),
                        command.content(),
                        mandate.reference())));
    }

    private Decision change(RequisitionCommand.Submit command, boolean completion) {
        return Decision.accepted(new RequisitionChanged(
                programme(), recipient, command.receivedAt(), command.content(), completion, mandate.reference()));
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
                "ask for at most " + before + ", the amount that was sent back for completion",
                "En komplettering efter sista dagen får inte höja beloppet. Ange högst " + before + " kronor."));
    }

    private Decision withdraw(Requisition standing, Instant receivedAt) {
        return switch (standing) {
            case Requisition.None _ -> Decision.refused(new Refusal.NothingReceived());
            case Requisition.Withdrawn _ -> Decision.accepted();
            case Requisition.Rejected _, Requisition.Declined _ ->
                Decision.refused(new Refusal.NotUndecided(RequisitionState.REJECTED));
            case Requisition.InForce _, Requisition.Late _ ->
                terms.inTime(receivedAt)
                        ? Decision.accepted(
                                new RequisitionWithdrawn(programme(), recipient, receivedAt, mandate.reference()))
                        : Decision.refused(new Refusal.DeadlineHasPassed(terms.dueDate()));
        };
    }

    private Decision approveUnremarked(
            RequisitionCase file, Requisition standing, RequisitionCommand.ApproveUnremarked command) {
        Refusal.HasRemarks remarks = new Refusal.HasRemarks(
                standing instanceof Requisition.Returned,
                standing.lateChange().isPresent(),
                !file.held().isEmpty());
        return remarks.returned() || remarks.lateBeside() || remarks.heldBeside()
                ? Decision.refused(remarks)
                : act(standing, new RequisitionCommand.Approve(command.reason(), command.receivedAt(), command.by()));
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
            case Requisition.Rejected _, Requisition.Declined _ ->
                Decision.refused(new Refusal.NotUndecided(RequisitionState.REJECTED));
            case Requisition.Withdrawn _ -> Decision.refused(new Refusal.NotUndecided(RequisitionState.WITHDRAWN));
        };
    }

    private Decision accepted(Submission submission, OfficersAct act) {
        if (act instanceof RequisitionCommand.Approve
                && submission.submittedBy().equals(act.by())) {
            return Decision.refused(new Refusal.SamePerson());
        }
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
                    "give the last day for completing it, today or later",
                    "Dagen har redan varit. Ange den sista dagen för komplettering, i dag eller senare."));
        }
        return faults;
    }

    private ProgrammeId programme() {
        return terms.programme();
    }
}
