package se.statsbidrag.rules.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.programme.RuralClass;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.programme.SourcedAmount;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/**
 * The steps from a definition's tables to a share (R-K5, R-T1, R-G1 to R-G4).
 *
 * <p>The share of the recipient that a tree is about is followed to its tables. Another's share stands as what the
 * definition gives: it follows from nothing else, and its own tree follows it.
 */
final class ShareSteps {
    static final String ROUNDING = "hela kronor med största restens metod; lika rester i ordning efter kod";

    private final Computation computation;
    private final ProgrammeDefinition definition;
    private final FactSteps facts;
    private final Function<PotDefinition, Step> amount;
    private final @Nullable RecipientCode subject;

    /**
     * @param amount the step that gives what a pot has to divide
     * @param subject the recipient that the tree is about; null when it is about a pot
     */
    ShareSteps(
            Computation computation,
            FactSteps facts,
            Function<PotDefinition, Step> amount,
            @Nullable RecipientCode subject) {
        this.computation = computation;
        this.definition = computation.definition;
        this.facts = facts;
        this.amount = amount;
        this.subject = subject;
    }

    /** A recipient's share of a pot, as far down as the tree goes. */
    Input share(PotDefinition pot, RecipientCode recipient) {
        String name = "andel, " + pot.title() + ", " + facts.name(recipient);
        return recipient.equals(subject)
                ? Steps.derived(name, shareStep(pot, recipient))
                : new Input.Parameter(
                        name,
                        computation.shares.of(pot.id(), recipient),
                        "pots." + pot.id() + ".shares." + recipient,
                        pot.source());
    }

    private Step shareStep(PotDefinition pot, RecipientCode recipient) {
        String id = "share/" + pot.id() + "/" + recipient;
        String title = "Andel, " + pot.title() + ", " + facts.name(recipient);
        return facts.once(id, () -> switch (pot.key()) {
            case AllocationKey.FixedTable fixed ->
                Steps.evaluated(
                        id,
                        pot.rule(),
                        pot,
                        title,
                        new Formula.Sum(),
                        List.of(facts.parameter(fixed.amounts(), recipient)),
                        null);
            case AllocationKey.FixedPartPlusWeighted key -> {
                Input fixed = fixed(pot, key);
                yield Steps.evaluated(
                        id,
                        pot.rule(),
                        pot,
                        title,
                        new Formula.Sum(),
                        List.of(fixed, Steps.derived("del av resten", rest(pot, key, fixed, recipient))),
                        null);
            }
            case AllocationKey.ShareKey key ->
                divided(id, pot, title, Steps.derived("belopp att fördela", amount.apply(pot)), key, recipient);
            default -> throw new IllegalArgumentException("pot " + pot.id() + " is not divided into shares");
        });
    }

    private static Input fixed(PotDefinition pot, AllocationKey.FixedPartPlusWeighted key) {
        return new Input.Parameter(
                "fast belopp till var och en",
                key.fixed().amount(),
                "pots." + pot.id() + ".key.fixed",
                key.fixed().source());
    }

    private Step rest(
            PotDefinition pot, AllocationKey.FixedPartPlusWeighted key, Input fixed, RecipientCode recipient) {
        Step fixedParts = Steps.evaluated(
                "fixed/" + pot.id(),
                pot.rule(),
                pot,
                "Fasta belopp tillsammans, " + pot.title(),
                new Formula.Product(),
                List.of(
                        fixed,
                        new Input.Parameter(
                                "antal mottagare",
                                definition.recipientsOf(pot).size(),
                                "recipients",
                                definition.recipientsSource())),
                null);
        Step toDivide = Steps.evaluated(
                "rest/" + pot.id(),
                pot.rule(),
                pot,
                "Resten att fördela, " + pot.title(),
                new Formula.Difference(),
                List.of(
                        Steps.derived("belopp att fördela", amount.apply(pot)),
                        Steps.derived("fasta belopp tillsammans", fixedParts)),
                null);
        return divided(
                "rest/" + pot.id() + "/" + recipient,
                pot,
                "Del av resten, " + facts.name(recipient),
                Steps.derived("resten att fördela", toDivide),
                key,
                recipient);
    }

    /** One share of an amount by weight; those that weigh nothing are left out. */
    private Step divided(
            String id,
            PotDefinition pot,
            String title,
            Input toDivide,
            AllocationKey.ShareKey key,
            RecipientCode recipient) {
        List<RecipientCode> weighing = definition.recipientsOf(pot).stream()
                .filter(code -> Shares.weight(definition, key, code).signum() > 0)
                .toList();
        if (!weighing.contains(recipient)) {
            return Steps.evaluated(id, pot.rule(), pot, title, new Formula.Sum(), List.of(), null);
        }
        List<Input> inputs = new ArrayList<>();
        inputs.add(toDivide);
        weighing.forEach(code -> inputs.add(weight(pot, key, code)));
        Formula formula = new Formula.Share(weighing.indexOf(recipient));
        return Steps.evaluated(id, pot.rule(), pot, title, formula, inputs, ROUNDING);
    }

    private Input weight(PotDefinition pot, AllocationKey.ShareKey key, RecipientCode recipient) {
        return switch (key) {
            case AllocationKey.EqualShares _ ->
                new Input.Parameter(
                        "en lika del, " + facts.name(recipient),
                        1,
                        "recipients." + recipient,
                        definition.recipientsSource());
            case AllocationKey.FixedTable fixed -> facts.parameter(fixed.amounts(), recipient);
            case AllocationKey.Weighted weighted -> product(pot, weighted.weights(), recipient);
            case AllocationKey.FixedPartPlusWeighted weighted -> product(pot, weighted.weights(), recipient);
            case AllocationKey.RuralClasses rural -> rural(pot, rural, recipient);
        };
    }

    private Input product(PotDefinition pot, List<TableId> tables, RecipientCode recipient) {
        if (tables.size() == 1) {
            return facts.parameter(tables.getFirst(), recipient);
        }
        String id = "weight/" + pot.id() + "/" + recipient;
        String title = "Vikt, " + facts.name(recipient);
        return Steps.derived(
                title,
                facts.once(
                        id,
                        () -> Steps.evaluated(
                                id,
                                pot.rule(),
                                pot,
                                title,
                                new Formula.Product(),
                                tables.stream()
                                        .map(table -> facts.parameter(table, recipient))
                                        .toList(),
                                null)));
    }

    private Input rural(PotDefinition pot, AllocationKey.RuralClasses key, RecipientCode recipient) {
        String id = "weight/" + pot.id() + "/" + recipient;
        String title = "Vägda invånare i landsbygd och glesbygd, " + facts.name(recipient);
        return Steps.derived(
                title,
                facts.once(
                        id,
                        () -> Steps.evaluated(
                                id,
                                pot.rule(),
                                pot,
                                title,
                                new Formula.Sum(),
                                Shares.ruralMunicipalities(definition, key, recipient).entrySet().stream()
                                        .map(entry -> Steps.derived(
                                                facts.name(entry.getKey()),
                                                ruralMunicipality(pot, key, entry.getKey(), entry.getValue())))
                                        .toList(),
                                null)));
    }

    private Step ruralMunicipality(
            PotDefinition pot, AllocationKey.RuralClasses key, RecipientCode municipality, RuralClass rural) {
        String id = "rural/" + pot.id() + "/" + municipality;
        ReferenceTable classes = definition.table(key.classes());
        SourcedAmount weight = Objects.requireNonNull(key.weights().get(rural));
        return facts.once(
                id,
                () -> Steps.evaluated(
                        id,
                        pot.rule(),
                        pot,
                        "Vägda invånare, " + facts.name(municipality),
                        new Formula.Product(),
                        List.of(
                                facts.parameter(key.population(), municipality),
                                new Input.Parameter(
                                        "vikt för " + Swedish.rural(rural) + " (" + FactSteps.title(classes) + ")",
                                        weight.amount(),
                                        "pots." + pot.id() + ".key.weights." + rural,
                                        weight.source())),
                        null));
    }
}
