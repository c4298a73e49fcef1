package se.statsbidrag.requisition.web.desk;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.pages.Form;
import se.statsbidrag.requisition.api.Lookup;
import se.statsbidrag.requisition.api.RequisitionCommands;
import se.statsbidrag.requisition.application.Admissions;
import se.statsbidrag.requisition.application.Conditions;
import se.statsbidrag.requisition.application.StoredDraft;
import se.statsbidrag.requisition.domain.LateArrivalState;
import se.statsbidrag.requisition.domain.RequisitionState;
import se.statsbidrag.requisition.read.ConditionsView;
import se.statsbidrag.requisition.read.HistoryView;
import se.statsbidrag.requisition.read.LateArrivalView;
import se.statsbidrag.requisition.read.PlanView;
import se.statsbidrag.requisition.read.RequisitionView;
import se.statsbidrag.requisition.read.WaitingList;
import se.statsbidrag.rules.programme.Condition;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts a case's page together. What the reader may do, {@link CaseActs} says. */
@RequestScoped
public class CasePages {
    private final Lookup lookup;
    private final RequisitionCommands requisitions;
    private final Conditions conditions;
    private final Admissions admissions;
    private final WaitingList waiting;
    private final CurrentCaller current;
    private final BusinessClock clock;
    private final Words words;

    CasePages(
            Lookup lookup,
            RequisitionCommands requisitions,
            Conditions conditions,
            Admissions admissions,
            WaitingList waiting,
            CurrentCaller current,
            BusinessClock clock,
            Words words) {
        this.lookup = lookup;
        this.requisitions = requisitions;
        this.conditions = conditions;
        this.admissions = admissions;
        this.waiting = waiting;
        this.current = current;
        this.clock = clock;
        this.words = words;
    }

    CasePage page(ProgrammeInForce programme, RecipientCode recipient, String done, Form form) {
        Caller caller = current.get();
        RequisitionCommands.Loaded loaded = requisitions.load(programme.id(), recipient, caller);
        ProgrammeDefinition definition = programme.definition();
        ConditionsView noted = ConditionsView.of(definition, recipient, conditions.load(programme.id(), recipient));
        Consequences consequences = new Consequences(words, definition, recipient, noted);
        RequisitionView view =
                RequisitionView.of(loaded.before(), loaded.terms(), recipient).orElse(null);
        CaseActs acts = new CaseActs(loaded, caller, clock.instant(), words, consequences);
        String nothing = acts.nothingToDecide();
        return new CasePage(
                programme.id().value(),
                definition.title().swedish(),
                recipient.value(),
                definition.recipient(recipient).orElseThrow().name(),
                loaded.mandate().organisation().value(),
                loaded.terms().caseNumber(recipient),
                loaded.before().version(),
                standing(view),
                view == null ? null : view.reason(),
                view == null ? null : view.completeBy(),
                loaded.terms().dueDate(),
                view == null ? null : content(definition, view),
                remarks(view, noted, consequences, definition),
                Consequences.pots(definition, recipient),
                Consequences.pots(definition, recipient).stream()
                        .mapToLong(CasePage.Share::amount)
                        .sum(),
                definition.syntheticTables(),
                nothing == null && view != null ? acts.onRequisition(view.amount()) : List.of(),
                nothing,
                late(loaded, caller, acts, view),
                view == null
                        ? List.of()
                        : view.held().stream()
                                .map(held -> held(held, definition, acts))
                                .toList(),
                noted.conditions().stream().map(each -> noted(each, caller)).toList(),
                HistoryView.of(programme.id(), recipient, loaded.before(), StoredDraft.NONE)
                        .events(),
                next(programme, recipient),
                caller.is(Role.OFFICER),
                words.done(done),
                LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN).toString(),
                form);
    }

    private String standing(@Nullable RequisitionView view) {
        if (view == null) {
            return words.say("Ingenting har kommit in", "Nothing has been received");
        }
        if (view.late() && view.state() == RequisitionState.SUBMITTED) {
            return words.say("Sen, räknas inte", "Late, counts for nothing");
        }
        return words.state(view.state());
    }

    private List<CasePage.Late> late(
            RequisitionCommands.Loaded loaded, Caller caller, CaseActs acts, @Nullable RequisitionView view) {
        return LateArrivalView.of(loaded.before(), loaded.terms(), loaded.recipient(), admissions::proposal).stream()
                .map(arrival -> new CasePage.Late(
                        arrival.id(),
                        new CasePage.Content(
                                arrival.amount(),
                                arrival.wantsRemainingFunds(),
                                true,
                                List.of(),
                                List.of(),
                                arrival.receivedAt()),
                        arrival.dueDate(),
                        arrival.daysLate(),
                        words.late(arrival.state()),
                        proposal(arrival, caller),
                        arrival.reason(),
                        settled(arrival) ? List.of() : acts.onLate(arrival, view == null ? null : view.amount())))
                .toList();
    }

    private static boolean settled(LateArrivalView arrival) {
        return arrival.state() == LateArrivalState.ADMITTED || arrival.state() == LateArrivalState.DECLINED;
    }

    private @Nullable String proposal(LateArrivalView arrival, Caller caller) {
        if (arrival.state() != LateArrivalState.PROPOSED) {
            return null;
        }
        return caller.subject().equals(arrival.proposedBy())
                ? words.say(
                        "Du har föreslagit att den släpps in. En annan handläggare måste godkänna det.",
                        "You proposed to let it in. Another officer must approve.")
                : words.say(
                        "En annan handläggare har föreslagit att den släpps in. Du kan vara den andra personen.",
                        "Another officer proposed to let it in. You can be the second person.");
    }

    private CasePage.Held held(RequisitionView.Held held, ProgrammeDefinition definition, CaseActs acts) {
        return new CasePage.Held(
                held.held(),
                new CasePage.Content(
                        held.amount(),
                        held.wantsRemainingFunds(),
                        held.certified(),
                        purposes(definition, held.purposes()),
                        plan(held.plan()),
                        held.receivedAt()),
                words.lapse(held.lapse()),
                acts.onHeld(held));
    }

    private static CasePage.Content content(ProgrammeDefinition definition, RequisitionView view) {
        return new CasePage.Content(
                view.amount(),
                view.wantsRemainingFunds(),
                view.certified(),
                purposes(definition, view.purposes()),
                plan(view.plan()),
                view.receivedAt());
    }

    private static List<CasePage.Purpose> purposes(ProgrammeDefinition definition, List<Integer> numbers) {
        return definition.requisition().purposes().stream()
                .filter(purpose -> numbers.contains(purpose.number()))
                .map(purpose -> new CasePage.Purpose(purpose.number(), purpose.text()))
                .toList();
    }

    private static List<String> plan(@Nullable PlanView plan) {
        if (plan == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(plan.reference());
        lines.add(plan.regionalCollaborationStructure());
        plan.measures()
                .forEach(measure -> lines.add(measure.purpose() + ". " + measure.description() + " ("
                        + String.join(", ", measure.carriedOutBy()) + ")"));
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private List<String> remarks(
            @Nullable RequisitionView view,
            ConditionsView noted,
            Consequences consequences,
            ProgrammeDefinition definition) {
        List<String> remarks = new ArrayList<>();
        if (view != null && view.pendingLateChange() != null) {
            remarks.add(words.say(
                    "En ändring som kom in för sent väntar vid sidan av.", "A change that came late waits beside it."));
        }
        if (view != null && !view.held().isEmpty()) {
            remarks.add(words.say(
                    "En rekvisition från någon utan gällande uppdrag hålls kvar.",
                    "A requisition from somebody without a mandate in force is held."));
        }
        if (view != null && view.amount() != null && view.amount() < consequences.amount(null)) {
            remarks.add(words.say(
                    "Mottagaren begär mindre än sin andel: " + words.kronor(consequences.amount(null) - view.amount())
                            + " mindre.",
                    "The recipient asks for less than its share: "
                            + words.kronor(consequences.amount(null) - view.amount()) + " less."));
        }
        noted.conditions().stream()
                .filter(each -> each.effect() == Condition.Effect.BLOCKS_PAYMENT && !each.met())
                .forEach(each -> remarks.add(words.say(
                        "Villkoret är inte noterat som uppfyllt och hindrar utbetalning: " + each.title(),
                        "The condition is not noted as met and blocks payment: " + each.title())));
        if (!definition.syntheticTables().isEmpty()) {
            remarks.add(words.say(
                    "Andelarna bygger delvis på uppgifter som är påhittade för demonstration: "
                            + String.join(", ", definition.syntheticTables()),
                    "The shares partly rest on figures made up for demonstration: "
                            + String.join(", ", definition.syntheticTables())));
        }
        return remarks;
    }

    private static CasePage.Noted noted(ConditionsView.Noted each, Caller caller) {
        return new CasePage.Noted(
                each.condition(),
                each.title(),
                each.source(),
                each.effect() == Condition.Effect.BLOCKS_PAYMENT,
                each.recordedAt() != null,
                each.met(),
                each.date(),
                each.evidence(),
                each.recordedAt(),
                caller.subject().equals(each.notedBy()));
    }

    /** The case that has waited longest, but for this one. */
    private @Nullable String next(ProgrammeInForce programme, RecipientCode recipient) {
        return waiting.find(null, null, 1, 5).items().stream()
                .filter(item -> !item.programme().equals(programme.id().value())
                        || !item.recipient().equals(recipient.value()))
                .findFirst()
                .map(item -> "/cases/desk/" + item.programme() + "/" + item.recipient())
                .orElse(null);
    }
}
