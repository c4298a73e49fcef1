package se.statsbidrag.rules.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.rule.RemainingParts;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** The steps of pots and lines, on top of {@link FactSteps}. One instance makes one tree, each step of it once. */
final class PotSteps {
    private static final String PART_ROUNDING =
            "hela kronor med största restens metod; lika rester i den ordning som källan räknar upp delarna";

    private final Computation computation;
    private final ProgrammeDefinition definition;
    private final FactSteps facts;
    private final EarnedSteps earned;
    private final RequisitionSteps requisitions;

    /** @param subject the recipient that the tree is about; null when it is about a pot */
    PotSteps(Computation computation, @Nullable RecipientCode subject) {
        this.computation = computation;
        this.definition = computation.definition;
        this.facts = new FactSteps(computation);
        this.earned = new EarnedSteps(computation, facts);
        ShareSteps shares = new ShareSteps(computation, facts, this::amount, subject);
        this.requisitions = new RequisitionSteps(computation, facts, this::amount, shares);
    }

    FactSteps facts() {
        return facts;
    }

    EarnedSteps earned() {
        return earned;
    }

    RequisitionSteps requisitions() {
        return requisitions;
    }

    /** What a recipient is due from all pots. */
    Step total(RecipientCode recipient) {
        List<Input> lines = computation.outcomes.values().stream()
                .filter(outcome -> outcome.pot().isFor(recipient))
                .map(outcome -> Steps.derived(outcome.pot().title(), line(outcome.pot(), recipient)))
                .toList();
        return new Step(
                "total/" + recipient,
                definition.pots().stream().map(PotDefinition::rule).distinct().collect(Collectors.joining(", ")),
                definition.decision().source(),
                "Summa för " + facts.name(recipient),
                new Formula.Sum(),
                lines,
                null,
                lines.stream().mapToLong(Input::value).sum());
    }

    /** What a recipient is due from one pot. */
    Step line(PotDefinition pot, RecipientCode recipient) {
        String id = "line/" + pot.id() + "/" + recipient;
        return facts.once(id, () -> switch (pot.key()) {
            case AllocationKey.ShareKey _ -> requisitions.line(id, pot, recipient);
            case AllocationKey.UnitPriceWithCap key ->
                onParticipation(id, pot.rule() + ", I-K1", pot, recipient, earned.earned(pot, key, recipient));
            case AllocationKey.TopRanked key -> ranked(id, pot, key, recipient);
            case AllocationKey.WantingMore _ -> requisitions.wanted(id, pot, recipient);
        });
    }

    private Step onParticipation(String id, String rule, PotDefinition pot, RecipientCode recipient, Step amount) {
        return Steps.step(
                id,
                rule,
                pot,
                pot.title() + ", " + facts.name(recipient),
                new Formula.Product(),
                List.of(
                        Steps.derived(amount.title(), amount),
                        Steps.derived("gällande rekvisition", facts.participation(recipient))),
                null,
                computation.outcome(pot.id()).line(recipient));
    }

    private Step ranked(String id, PotDefinition pot, AllocationKey.TopRanked key, RecipientCode recipient) {
        PotOutcome outcome = computation.outcome(pot.id());
        List<RecipientCode> participants = computation.participants();
        String title = pot.title() + ", " + facts.name(recipient);
        Input amount = Steps.derived("belopp att fördela", amount(pot));
        if (outcome.amount() == 0) {
            return Steps.step(id, pot.rule() + ", I-R5", pot, title, new Formula.Sum(), List.of(amount), null, 0);
        }
        if (!participants.contains(recipient)) {
            Input none = Steps.derived("gällande rekvisition", facts.participation(recipient));
            return Steps.step(
                    id, pot.rule() + ", I-K1", pot, title, new Formula.Product(), List.of(amount, none), null, 0);
        }
        Tie tie = outcome.tie();
        @Nullable EventReference resolved = tie == null ? null : tie.resolvedBy();
        List<Input> inputs = new ArrayList<>();
        inputs.add(amount);
        for (RecipientCode candidate : participants) {
            inputs.add(Steps.derived(
                    "antal operationer, " + facts.name(candidate), facts.count(candidate, key.procedure())));
            inputs.add(facts.parameter(key.population(), candidate));
            inputs.add(facts.parameter(key.weights(), candidate));
            if (tie != null && resolved != null) {
                inputs.add(new Input.FromEvent(
                        "handläggarens val vid lika antal, " + facts.name(candidate),
                        tie.chosen().contains(candidate) ? 1 : 0,
                        resolved));
            }
        }
        Formula formula = new Formula.TopRankedShare(key.places(), participants.indexOf(recipient), resolved != null);
        return Steps.step(
                id,
                pot.rule() + ", I-K1, I-K2, I-K3, I-K4, I-K5",
                pot,
                title,
                formula,
                inputs,
                ShareSteps.ROUNDING,
                outcome.line(recipient));
    }

    /** All that the pot has to divide. */
    Step amount(PotDefinition pot) {
        String id = "amount/" + pot.id();
        return facts.once(id, () -> switch (pot.funding()) {
            case PotDefinition.Appropriated source ->
                Steps.step(
                        id,
                        pot.rule(),
                        pot,
                        "Belopp, " + pot.title(),
                        new Formula.Sum(),
                        List.of(new Input.Parameter(
                                "belopp", source.amount(), "pots." + pot.id() + ".amount", pot.source())),
                        null,
                        source.amount());
            case PotDefinition.RemainderOf part -> partOf(id, pot, part.pot());
        });
    }

    private Step partOf(String id, PotDefinition pot, PotId sourcePot) {
        PotDefinition source = computation.outcome(sourcePot).pot();
        List<PotDefinition> parts = definition.derivedFrom(sourcePot);
        List<Input> inputs = new ArrayList<>();
        inputs.add(Steps.derived("kvarstående medel att fördela", handedOn(source)));
        parts.forEach(part -> inputs.add(new Input.Parameter(
                "procent, " + part.title(),
                RemainingParts.percent(part),
                "pots." + part.id() + ".percent",
                part.source())));
        return Steps.step(
                id,
                pot.rule() + ", I-R5",
                pot,
                "Belopp, " + pot.title(),
                new Formula.Share(parts.indexOf(pot)),
                inputs,
                PART_ROUNDING,
                computation.outcome(pot.id()).amount());
    }

    Step distributed(PotDefinition pot) {
        String id = "distributed/" + pot.id();
        return facts.once(
                id,
                () -> Steps.evaluated(
                        id,
                        "Pots",
                        pot,
                        "Fördelat, " + pot.title(),
                        new Formula.Sum(),
                        computation.members(pot).stream()
                                .map(recipient -> Steps.derived(facts.name(recipient), line(pot, recipient)))
                                .toList(),
                        null));
    }

    private Step left(PotDefinition pot) {
        String id = "left/" + pot.id();
        return facts.once(
                id,
                () -> Steps.evaluated(
                        id,
                        "Pots",
                        pot,
                        "Inte fördelat, " + pot.title(),
                        new Formula.Difference(),
                        List.of(Steps.derived("belopp", amount(pot)), Steps.derived("fördelat", distributed(pot))),
                        null));
    }

    /** What leaves the pot when it closes: transferred to derived pots, or returned to the state where there are none. */
    Step handedOn(PotDefinition pot) {
        boolean transfers = !definition.derivedFrom(pot.id()).isEmpty();
        String id = (transfers ? "transferred/" : "returned/") + pot.id();
        return facts.once(
                id,
                () -> Steps.evaluated(
                        id,
                        handedOnRule(pot),
                        pot,
                        (transfers ? "Överfört till kvarstående medel, " : "Tillbaka till staten, ") + pot.title(),
                        new Formula.Product(),
                        List.of(Steps.derived("inte fördelat", left(pot)), Steps.derived("stängd", facts.closed(pot))),
                        null));
    }

    Step remaining(PotDefinition pot) {
        String id = "remaining/" + pot.id();
        return facts.once(
                id,
                () -> Steps.evaluated(
                        id,
                        "Pots",
                        pot,
                        "Kvar tills vidare, " + pot.title(),
                        new Formula.Difference(),
                        List.of(
                                Steps.derived("inte fördelat", left(pot)),
                                Steps.derived("lämnat vidare", handedOn(pot))),
                        null));
    }

    private String handedOnRule(PotDefinition pot) {
        String rules = definition.derivedFrom(pot.id()).stream()
                .map(PotDefinition::rule)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!rules.isEmpty()) {
            return rules + ", I-R5";
        }
        return switch (pot.key()) {
            case AllocationKey.TopRanked _ -> "I-K3, I-R5";
            case AllocationKey.WantingMore _ -> "I-R3, I-R5";
            case AllocationKey.ShareKey _, AllocationKey.UnitPriceWithCap _ -> "I-K1, I-R5";
        };
    }
}
