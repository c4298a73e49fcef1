package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.CountedFigures;
import se.statsbidrag.allocation.domain.OpenTie;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanDocument.OpenOrResolvedTie;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.PlanQueries.Explained;
import se.statsbidrag.allocation.read.PlanQueries.Query;
import se.statsbidrag.allocation.read.Simulations;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together the page of ties, with what each choice would be in kronor. */
@ApplicationScoped
class TiePages {
    /** More outcomes than this are left to the calculation by request. */
    private static final int MOST_OUTCOMES = 12;

    private static final BigInteger HUNDRED_THOUSAND = BigInteger.valueOf(100_000);

    private final PlanQueries queries;
    private final Programmes programmes;
    private final Simulations simulations;
    private final CurrentCaller caller;
    private final MoneyTexts texts;

    TiePages(
            PlanQueries queries,
            Programmes programmes,
            Simulations simulations,
            CurrentCaller caller,
            MoneyTexts texts) {
        this.queries = queries;
        this.programmes = programmes;
        this.simulations = simulations;
        this.caller = caller;
        this.texts = texts;
    }

    /** What the form of a tie is called. */
    static String id(String programme, String pot) {
        return "tie-" + programme + "-" + pot;
    }

    /** @param form what was sent and not recorded, to be shown again */
    TiePage page(boolean done, Form form) {
        List<TiePage.Open> open = new ArrayList<>();
        List<TiePage.Resolved> resolved = new ArrayList<>();
        for (ProgrammeInForce programme : programmes.current().programmes()) {
            @Nullable PlanDocument plan = queries.find(programme.id()).orElse(null);
            if (plan != null && !plan.ties().isEmpty()) {
                Explained explained =
                        queries.explained(Query.inForce(programme.id().value()));
                for (OpenOrResolvedTie tie : explained.document().ties()) {
                    if (tie.provisional()) {
                        open.add(open(explained, tie, form));
                    } else {
                        resolved.add(resolved(explained, tie));
                    }
                }
            }
        }
        return new TiePage(open, resolved, done, caller.get().is(Role.OFFICER));
    }

    private TiePage.Open open(Explained explained, OpenOrResolvedTie tie, Form form) {
        Calculation calculation = explained.calculation();
        ProgrammeDefinition definition = calculation.definition();
        String programme = definition.id().value();
        Form own = form.of(id(programme, tie.pot()));
        PotDefinition pot = pot(definition, tie.pot());
        List<List<RecipientCode>> outcomes = outcomes(tie.open(programme));
        List<Outcome> simulated = outcomes.stream()
                .map(chosen -> simulated(tie.open(programme), chosen))
                .toList();
        return new TiePage.Open(
                id(programme, tie.pot()),
                programme,
                texts.title(definition.title()),
                tie.pot(),
                pot.title(),
                explained.document().pots().stream()
                        .filter(each -> each.pot().equals(tie.pot()))
                        .mapToLong(PlanDocument.Pot::amount)
                        .sum(),
                tie.place(),
                tie.places(),
                figures(calculation, pot, tie, own),
                outcomes.stream()
                        .map(chosen -> names(definition, codes(chosen)))
                        .toList(),
                consequences(definition, simulated),
                own);
    }

    /** All choices that there are; none where the reader may not simulate, or where they are many. */
    private List<List<RecipientCode>> outcomes(OpenTie tie) {
        if (!caller.get().is(Role.OFFICER, Role.DECISION_MAKER, Role.ECONOMIST, Role.AUDITOR)) {
            return List.of();
        }
        List<List<RecipientCode>> outcomes = new ArrayList<>();
        choose(tie.tied(), tie.places(), 0, new ArrayList<>(), outcomes);
        return outcomes.size() <= MOST_OUTCOMES ? outcomes : List.of();
    }

    private static void choose(
            List<RecipientCode> tied,
            int places,
            int from,
            List<RecipientCode> chosen,
            List<List<RecipientCode>> outcomes) {
        if (outcomes.size() > MOST_OUTCOMES) {
            return;
        }
        if (chosen.size() == places) {
            outcomes.add(List.copyOf(chosen));
            return;
        }
        for (int index = from; index < tied.size(); index++) {
            chosen.add(tied.get(index));
            choose(tied, places, index + 1, chosen, outcomes);
            chosen.removeLast();
        }
    }

    /** What each recipient is due now and would be due. */
    private record Outcome(Map<RecipientCode, Long> before, Map<RecipientCode, Long> after) {}

    private Outcome simulated(OpenTie tie, List<RecipientCode> chosen) {
        Simulations.Simulated plans = simulations.simulate(tie.programme(), List.of(tie.resolved(chosen, "what if")));
        return new Outcome(totals(Objects.requireNonNull(plans.before())), totals(plans.after()));
    }

    private static Map<RecipientCode, Long> totals(PayoutPlan plan) {
        return plan.recipients().stream()
                .collect(Collectors.toMap(
                        PlannedRecipient::recipient, PlannedRecipient::total, Math::addExact, TreeMap::new));
    }

    private static List<TiePage.Consequence> consequences(ProgrammeDefinition definition, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return List.of();
        }
        return outcomes.getFirst().before().entrySet().stream()
                .map(each -> {
                    long now = each.getValue();
                    return new TiePage.Consequence(
                            each.getKey().value(),
                            name(definition, each.getKey()),
                            now,
                            outcomes.stream()
                                    .map(outcome -> outcome.after().getOrDefault(each.getKey(), 0L))
                                    .map(amount -> new TiePage.Amount(amount, Math.subtractExact(amount, now)))
                                    .toList());
                })
                .filter(each -> each.amounts().stream().anyMatch(amount -> amount.difference() != 0))
                .toList();
    }

    private static List<TiePage.Figures> figures(
            Calculation calculation, PotDefinition pot, OpenOrResolvedTie tie, Form form) {
        if (!(pot.key() instanceof AllocationKey.TopRanked key)) {
            throw new IllegalStateException("a tie in pot " + pot.id() + ", which ranks nobody");
        }
        ProgrammeDefinition definition = calculation.definition();
        OperationCounts counts = CountedFigures.counts(calculation);
        List<String> chosen = List.of(form.value("chosen").split(","));
        return tie.tied().stream()
                .map(RecipientCode::new)
                .map(code -> {
                    long count = counts.count(code, key.procedure());
                    long population = definition.table(key.population()).value(code);
                    return new TiePage.Figures(
                            code.value(),
                            name(definition, code),
                            count,
                            population,
                            BigInteger.valueOf(count)
                                    .multiply(HUNDRED_THOUSAND)
                                    .divide(BigInteger.valueOf(population))
                                    .longValueExact(),
                            tie.chosen().contains(code.value()),
                            chosen.contains(code.value()));
                })
                .toList();
    }

    private TiePage.Resolved resolved(Explained explained, OpenOrResolvedTie tie) {
        ProgrammeDefinition definition = explained.calculation().definition();
        PlanDocument.Position by = tie.resolvedBy();
        return new TiePage.Resolved(
                "resolved-" + definition.id() + "-" + tie.pot(),
                texts.title(definition.title()),
                pot(definition, tie.pot()).title(),
                names(definition, tie.tied()),
                names(definition, tie.chosen()),
                by == null ? null : by.log() + ":" + by.position());
    }

    private static PotDefinition pot(ProgrammeDefinition definition, String pot) {
        return definition.pots().stream()
                .filter(each -> each.id().value().equals(pot))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a tie in pot " + pot + ", which there is not"));
    }

    private static List<String> codes(List<RecipientCode> recipients) {
        return recipients.stream().map(RecipientCode::value).toList();
    }

    private static String names(ProgrammeDefinition definition, List<String> codes) {
        return codes.stream()
                .map(code -> name(definition, new RecipientCode(code)))
                .collect(Collectors.joining(", "));
    }

    private static String name(ProgrammeDefinition definition, RecipientCode code) {
        return definition.recipient(code).map(Recipient::name).orElse(code.value());
    }
}
