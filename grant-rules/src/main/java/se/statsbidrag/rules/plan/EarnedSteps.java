package se.statsbidrag.rules.plan;

import java.util.List;
import java.util.Objects;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.SourcedAmount;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;

/** The steps from counted operations to what a region earns by them (R-K6, R-K7). */
final class EarnedSteps {
    private final Computation computation;
    private final FactSteps facts;

    EarnedSteps(Computation computation, FactSteps facts) {
        this.computation = computation;
        this.facts = facts;
    }

    Step earned(PotDefinition pot, AllocationKey.UnitPriceWithCap key, RecipientCode recipient) {
        String id = "earned/" + pot.id() + "/" + recipient;
        return facts.once(
                id,
                () -> Steps.evaluated(
                        id,
                        "R-K7",
                        pot,
                        "Ersättning för operationer, högst maxtaket, " + facts.name(recipient),
                        new Formula.Least(),
                        List.of(
                                Steps.derived("ersättning före tak", beforeCap(pot, key, recipient)),
                                facts.parameter(key.caps(), recipient)),
                        null));
    }

    Step beforeCap(PotDefinition pot, AllocationKey.UnitPriceWithCap key, RecipientCode recipient) {
        String id = "before-cap/" + pot.id() + "/" + recipient;
        return facts.once(
                id,
                () -> Steps.evaluated(
                        id,
                        "R-K6",
                        pot,
                        "Ersättning för operationer före tak, " + facts.name(recipient),
                        new Formula.Sum(),
                        paidProcedures(key).stream()
                                .map(procedure ->
                                        Steps.derived(facts.plural(procedure), price(pot, key, procedure, recipient)))
                                .toList(),
                        null));
    }

    /** The procedures that have a price, in the order that the definition lists them. */
    List<Procedure> paidProcedures(AllocationKey.UnitPriceWithCap key) {
        return computation.definition.procedures().stream()
                .map(ProcedureDefinition::code)
                .filter(key.rates()::containsKey)
                .toList();
    }

    Step price(PotDefinition pot, AllocationKey.UnitPriceWithCap key, Procedure procedure, RecipientCode recipient) {
        SourcedAmount rate = Objects.requireNonNull(key.rates().get(procedure));
        String id = "price/" + pot.id() + "/" + procedure + "/" + recipient;
        return facts.once(
                id,
                () -> Steps.evaluated(
                        id,
                        "R-K6",
                        pot,
                        "Ersättning för " + facts.plural(procedure) + ", " + facts.name(recipient),
                        new Formula.Product(),
                        List.of(
                                Steps.derived("antal operationer", facts.count(recipient, procedure)),
                                new Input.Parameter(
                                        "kronor per operation",
                                        rate.amount(),
                                        "pots." + pot.id() + ".key.rates." + procedure,
                                        rate.source())),
                        null));
    }
}
