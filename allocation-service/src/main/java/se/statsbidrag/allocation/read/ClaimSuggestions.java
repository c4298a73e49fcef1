package se.statsbidrag.allocation.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.domain.ledger.ClaimActs;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Overpayment;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Repayment;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Claims that the system suggests by itself: what was decided above what the plan gives now (domain: Decided amounts), what
 * the accepted follow-up report says was not used, and what nobody reported on (R-K10, R-T7, R-G7).
 */
@ApplicationScoped
public class ClaimSuggestions {
    private final FactsMemory memory;
    private final Ledgers ledgers;
    private final HandedIn handedIn;
    private final ReporterId defaultReporter;

    /** @param defaultReporter who answers for the operation counts that no reporter scope names */
    @Inject
    ClaimSuggestions(
            FactsMemory memory,
            Ledgers ledgers,
            HandedIn handedIn,
            @ConfigProperty(name = "statsbidrag.default-reporter") String defaultReporter) {
        this.memory = memory;
        this.ledgers = ledgers;
        this.handedIn = handedIn;
        this.defaultReporter = new ReporterId(defaultReporter);
    }

    /** Why a claim is thought of. */
    public enum Cause {
        /** The recipient's own requisition or operations are others than when it was decided. */
        OWN_FACTS,
        /** The programme's definition is another than when it was decided. */
        RULES,
        /** Only other recipients' facts have changed since it was decided: the default is no claim (I-A1). */
        OTHERS_FACTS,
        /** The accepted follow-up report says that less was used than was paid. */
        UNUSED,
        /** The last day for follow-up reports has passed, and none came. */
        NO_REPORT
    }

    /**
     * A suggestion.
     *
     * @param amount whole kronor
     * @param byPot what each pot gave too much; empty where it is not a matter of pots
     * @param ground the programme's ground for it; empty where it has none, and nothing can be claimed
     * @param reason Swedish
     * @param decisions what gave too much, in their order
     */
    public record Suggestion(
            RecipientCode recipient,
            long amount,
            Map<PotId, Long> byPot,
            Optional<Repayment.Ground> ground,
            Cause cause,
            String reason,
            List<Decided> decisions) {

        /** Whether a claim is suggested; else a person who wants one needs reasons of his own. */
        public boolean isSuggested() {
            return ground.isPresent() && cause != Cause.OTHERS_FACTS;
        }
    }

    /** Those of a programme, by recipient. */
    public List<Suggestion> of(Calculation now) {
        ProgrammeDefinition definition = now.definition();
        Ledger ledger = ledgers.load(definition.id()).ledger();
        ClaimActs acts = new ClaimActs(definition, ledger);
        Map<Decided, Optional<Facts>> factsThen = new HashMap<>();
        Map<RecipientCode, HandedIn.Report> reports =
                ledger.payments().paid() > 0 ? handedIn.of(definition.id()) : Map.of();
        boolean windowClosed = isFollowUpOver(now);
        List<Suggestion> suggestions = new ArrayList<>();
        now.plan().recipients().forEach(planned -> {
            RecipientCode recipient = planned.recipient();
            Overpayment overpayment = Overpayment.of(planned, ledger);
            if (overpayment.amount() > 0) {
                suggestions.add(overpaid(now, ledger, overpayment, factsThen));
            }
            long free = acts.paidAndNotClaimed(recipient) - overpayment.amount();
            HandedIn.Report report = reports.get(recipient);
            if (report != null && report.used().isPresent()) {
                long unused = free - report.used().get();
                if (unused > 0) {
                    suggestions.add(ofReport(
                            definition,
                            recipient,
                            unused,
                            Cause.UNUSED,
                            "Enligt den godkända återrapporten är "
                                    + Swedish.kronor(report.used().get()) + " använda av bidraget."));
                }
            } else if (report == null && windowClosed && free > 0) {
                suggestions.add(ofReport(
                        definition,
                        recipient,
                        free,
                        Cause.NO_REPORT,
                        "Sista dag för återrapporten har passerat och ingen har kommit in."));
            }
        });
        return suggestions;
    }

    private static Suggestion ofReport(
            ProgrammeDefinition definition, RecipientCode recipient, long amount, Cause cause, String reason) {
        String ground = cause == Cause.UNUSED ? ClaimActs.UNUSED : ClaimActs.NO_REPORT;
        return new Suggestion(
                recipient, amount, Map.of(), ClaimActs.ground(definition, ground), cause, reason, List.of());
    }

    private Suggestion overpaid(
            Calculation now, Ledger ledger, Overpayment overpayment, Map<Decided, Optional<Facts>> factsThen) {
        List<Decided> decisions = ledger.decisions().all().stream()
                .filter(each -> each.linesOf(overpayment.recipient()).stream()
                        .anyMatch(line -> overpayment.byPot().containsKey(line.pot())))
                .toList();
        Optional<Repayment.Ground> ground = ClaimActs.overpaymentGround(now.definition());
        Cause cause = cause(now, overpayment.recipient(), decisions, factsThen);
        String why = switch (cause) {
            case RULES -> "Bidragets regler är andra än när det beslutades.";
            case OTHERS_FACTS ->
                "Det beror enbart på att andra mottagares uppgifter har ändrats efter beslutet, och återkrävs då"
                        + " normalt inte (antagande I-A1).";
            default -> "Mottagarens egna uppgifter är andra än när det beslutades.";
        };
        return new Suggestion(
                overpayment.recipient(),
                overpayment.amount(),
                overpayment.byPot(),
                ground,
                cause,
                "Det som är beslutat är " + Swedish.kronor(overpayment.amount()) + " mer än planen nu ger. " + why
                        + (ground.isPresent() ? "" : " Bidragets regler har ingen grund för att kräva tillbaka det."),
                decisions);
    }

    /** Whether the last day for follow-up reports, as it stands, has passed; never where a programme has none. */
    private static boolean isFollowUpOver(Calculation now) {
        return now.definition()
                .onlyDeadline(DeadlineKind.FOLLOW_UP)
                .flatMap(day -> Optional.ofNullable(now.facts().deadlines().get(day.id())))
                .filter(day -> day.passed() != null)
                .isPresent();
    }

    private Cause cause(
            Calculation now,
            RecipientCode recipient,
            List<Decided> decisions,
            Map<Decided, Optional<Facts>> factsThen) {
        if (decisions.stream()
                .anyMatch(each ->
                        !each.event().definitionHash().equals(now.definition().hash()))) {
            return Cause.RULES;
        }
        boolean same = decisions.stream()
                .allMatch(each -> factsThen
                        .computeIfAbsent(each, decided -> facts(now, decided))
                        .filter(then -> isSame(now.definition(), recipient, then, now.facts()))
                        .isPresent());
        return same ? Cause.OTHERS_FACTS : Cause.OWN_FACTS;
    }

    private Optional<Facts> facts(Calculation now, Decided decided) {
        Map<String, Long> basis = new HashMap<>();
        for (EventReference each : decided.event().basis()) {
            basis.put(each.log(), each.position());
        }
        FactsFold fold = memory.upTo(basis);
        return fold.inForce(now.definition().id())
                .map(inForce -> fold.facts(now.definition().id(), defaultReporter));
    }

    private static boolean isSame(ProgrammeDefinition definition, RecipientCode recipient, Facts then, Facts now) {
        if (!then.requisitions()
                .getOrDefault(recipient, List.of())
                .equals(now.requisitions().getOrDefault(recipient, List.of()))) {
            return false;
        }
        if (definition.procedures().isEmpty()) {
            return true;
        }
        OperationCounts before = counts(definition, then);
        OperationCounts after = counts(definition, now);
        return definition.procedures().stream()
                .map(ProcedureDefinition::code)
                .allMatch(code -> before.count(recipient, code) == after.count(recipient, code));
    }

    private static OperationCounts counts(ProgrammeDefinition definition, Facts facts) {
        return definition
                .onlyDeadline(DeadlineKind.DELIVERY_CUT_OFF)
                .map(cutOff -> {
                    DeadlineInForce inForce = facts.deadlines().get(cutOff.id());
                    return inForce == null ? cutOff.dueDate() : inForce.dueDate();
                })
                .map(day -> OperationCounts.of(facts, definition.period(), DeadlineDay.endOf(day)))
                .orElseGet(OperationCounts::none);
    }
}
