package se.statsbidrag.requisition.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.quarkus.Problem;
import se.statsbidrag.requisition.api.Refusals;
import se.statsbidrag.requisition.api.RequisitionCommands;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.LateArrivalState;
import se.statsbidrag.requisition.domain.Refusal;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.read.LateArrivalView;
import se.statsbidrag.requisition.read.RequisitionView;
import se.statsbidrag.requisition.web.desk.CasePage.Act;
import se.statsbidrag.rules.programme.DeadlineDay;

/** What this reader may do with a case now, asked of the deciders themselves, and what comes of it. */
final class CaseActs {
    /** Stands in for the reason that is still to be written. */
    private static final String ANY_REASON = "-";

    private final RequisitionCommands.Loaded loaded;
    private final Caller caller;
    private final Instant now;
    private final Words words;
    private final Consequences consequences;

    CaseActs(RequisitionCommands.Loaded loaded, Caller caller, Instant now, Words words, Consequences consequences) {
        this.loaded = loaded;
        this.caller = caller;
        this.now = now;
        this.words = words;
        this.consequences = consequences;
    }

    /** Why there is nothing to decide; null when there is. */
    @Nullable String nothingToDecide() {
        return why(new RequisitionCommand.Reject(ANY_REASON, now, caller.subject()));
    }

    private @Nullable String why(RequisitionCommand command) {
        if (!(loaded.decide(command) instanceof Decision.Refused(Refusal refusal))) {
            return null;
        }
        Problem problem = Refusals.problem(refusal).problem();
        String swedish = problem.swedish();
        return words.say(swedish == null ? problem.detail() : swedish, problem.detail() + ".");
    }

    /** What to do with what is in force or undecided. */
    List<Act> onRequisition(@Nullable Long amount) {
        String by = caller.subject();
        return List.of(
                new Act(
                        "approval",
                        words.say("Godkänn", "Approve"),
                        consequences.ofApproval(amount),
                        false,
                        false,
                        why(new RequisitionCommand.Approve(ANY_REASON, now, by))),
                new Act(
                        "return",
                        words.say("Returnera för komplettering", "Return for completion"),
                        consequences.ofReturn(amount),
                        true,
                        false,
                        why(new RequisitionCommand.Return(
                                ANY_REASON, LocalDate.ofInstant(now, DeadlineDay.SWEDEN), now, by))),
                new Act(
                        "rejection",
                        words.say("Avslå", "Reject"),
                        consequences.ofRejection(amount),
                        false,
                        true,
                        why(new RequisitionCommand.Reject(ANY_REASON, now, by))));
    }

    /**
     * What to do with what came too late.
     *
     * @param present amount of what is in force beside it; null for nothing, or where the programme sets it
     */
    List<Act> onLate(LateArrivalView arrival, @Nullable Long present) {
        String by = caller.subject();
        boolean proposed = arrival.state() == LateArrivalState.PROPOSED;
        boolean own = proposed && by.equals(arrival.proposedBy());
        return List.of(
                new Act(
                        "admission-" + arrival.submission(),
                        proposed
                                ? words.say("Släpp in, som andra person", "Let in, as the second person")
                                : words.say("Föreslå att den släpps in", "Propose to let it in"),
                        consequences.ofAdmission(arrival.amount(), arrival.besideOneInForce(), present),
                        false,
                        false,
                        own
                                ? words.say(
                                        "Du har föreslagit det. En annan handläggare måste godkänna.",
                                        "You proposed it. Another officer must approve.")
                                : why(new RequisitionCommand.Admit(arrival.submission(), ANY_REASON, now, by))),
                new Act(
                        "decline-" + arrival.submission(),
                        words.say("Släpp inte in", "Do not let in"),
                        consequences.ofDecline(arrival.amount()),
                        false,
                        true,
                        why(new RequisitionCommand.Decline(arrival.submission(), ANY_REASON, now, by))));
    }

    /** What to do with what is held. */
    List<Act> onHeld(RequisitionView.Held held) {
        String by = caller.subject();
        return List.of(
                new Act(
                        "release-" + held.held(),
                        words.say("Släpp in", "Release"),
                        consequences.ofRelease(held.amount()),
                        false,
                        false,
                        why(new RequisitionCommand.Release(held.held(), ANY_REASON, now, by, true))),
                new Act(
                        "dismissal-" + held.held(),
                        words.say("Lägg åt sidan", "Dismiss"),
                        consequences.ofDismissal(held.amount()),
                        false,
                        true,
                        why(new RequisitionCommand.Dismiss(held.held(), ANY_REASON, now, by, true))));
    }
}
