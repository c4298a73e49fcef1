package se.statsbidrag.rules.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.RuralClass;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/** Pots that are divided into shares, and what others leave of them, as Swedish text. */
final class SwedishShares {
    private final Computation computation;
    private final ProgrammeDefinition definition;
    private final PotSteps steps;

    SwedishShares(Computation computation, PotSteps steps) {
        this.computation = computation;
        this.definition = computation.definition;
        this.steps = steps;
    }

    /** How a recipient's share of a pot comes about, and what it has requisitioned of it. */
    String share(PotDefinition pot, AllocationKey.ShareKey key, RecipientCode recipient) {
        String divided = Swedish.kronor(steps.amount(pot).result()) + " " + divided(pot, key);
        long share = computation.shares.of(pot.id(), recipient);
        if (share == 0) {
            return divided + " " + name(recipient) + " har ingen andel här.";
        }
        return divided + " Andelen för " + name(recipient) + " är " + Swedish.kronor(share) + "."
                + weight(pot, key, recipient) + requisitioned(pot, recipient);
    }

    /** What others left, and who shares it. */
    String wanted(PotDefinition pot, RecipientCode recipient) {
        PotDefinition source = computation.sourceOf(pot);
        List<RecipientCode> takers = computation.takers(source);
        if (takers.isEmpty()) {
            return "Ingen mottagare har både önskat mer och rekvirerat hela sitt belopp, och beloppet går tillbaka till"
                    + " staten.";
        }
        String among = "Det fördelas mellan "
                + (takers.size() == 1 ? "den mottagare" : "de " + Swedish.words(takers.size()) + " mottagare")
                + " som har önskat mer och rekvirerat hela sitt belopp, efter deras andelar i " + source.title() + ". ";
        if (!takers.contains(recipient)) {
            return among + name(recipient) + " är inte en av dem" + why(recipient) + ".";
        }
        long shares = takers.stream()
                .mapToLong(code -> computation.shares.of(source.id(), code))
                .reduce(0, Math::addExact);
        return among + name(recipient) + " har andelen "
                + Swedish.number(computation.shares.of(source.id(), recipient)) + " av " + Swedish.number(shares)
                + ". Beloppen räknas i hela kronor med största restens metod.";
    }

    private String why(RecipientCode recipient) {
        if (!(steps.facts().standing(recipient) instanceof RequisitionStanding.InForce inForce)) {
            return ", eftersom det inte finns någon gällande rekvisition";
        }
        return inForce.submission().wantsRemainingFunds()
                ? ", eftersom mindre än hela beloppet har rekvirerats"
                : ", eftersom mer inte har önskats";
    }

    private String divided(PotDefinition pot, AllocationKey.ShareKey key) {
        int recipients = definition.recipientsOf(pot).size();
        return switch (key) {
            case AllocationKey.EqualShares _ ->
                "delas lika mellan " + Swedish.number(recipients)
                        + " mottagare, i hela kronor med största restens metod.";
            case AllocationKey.FixedTable fixed -> "fördelas enligt " + title(fixed.amounts()) + ".";
            case AllocationKey.Weighted weighted -> "fördelas efter " + titles(weighted.weights()) + ".";
            case AllocationKey.FixedPartPlusWeighted weighted ->
                "fördelas så att var och en av " + Swedish.number(recipients) + " mottagare får "
                        + Swedish.kronor(weighted.fixed().amount()) + " och resten fördelas efter "
                        + titles(weighted.weights()) + ".";
            case AllocationKey.RuralClasses rural ->
                "fördelas efter " + title(rural.population()) + " i landsbygd och glesbygd, vägda efter "
                        + title(rural.classes()) + ": "
                        + Stream.of(RuralClass.values())
                                .map(each -> Swedish.rural(each) + " " + Shares.ruralWeight(rural, each))
                                .collect(Collectors.joining(", "))
                        + ".";
        };
    }

    private String weight(PotDefinition pot, AllocationKey.ShareKey key, RecipientCode recipient) {
        if (key instanceof AllocationKey.EqualShares || key instanceof AllocationKey.FixedTable) {
            return "";
        }
        BigInteger all = definition.recipientsOf(pot).stream()
                .map(code -> Shares.weight(definition, key, code))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return " " + name(recipient) + " väger "
                + Swedish.number(Shares.weight(definition, key, recipient).longValueExact()) + " av "
                + Swedish.number(all.longValueExact()) + ".";
    }

    private String requisitioned(PotDefinition pot, RecipientCode recipient) {
        if (definition.amountSetBy() == AmountSetBy.PROGRAMME
                || !(steps.facts().standing(recipient) instanceof RequisitionStanding.InForce inForce)) {
            return "";
        }
        long line = steps.line(pot, recipient).result();
        return " " + name(recipient) + " har rekvirerat "
                + Swedish.kronor(steps.requisitions()
                        .accepted(recipient, inForce.submission())
                        .result()) + " av högst "
                + Swedish.kronor(computation.shares.total(recipient))
                + (computation.sharedPots(recipient).size() == 1
                        ? "."
                        : ", varav " + Swedish.kronor(line) + " hör hit, i proportion till andelarna.");
    }

    private String titles(List<TableId> tables) {
        List<String> titles = new ArrayList<>();
        tables.forEach(table -> titles.add(title(table)));
        return String.join(" gånger ", titles);
    }

    private String title(TableId table) {
        return FactSteps.title(definition.table(table));
    }

    private String name(RecipientCode recipient) {
        return steps.facts().name(recipient);
    }
}
