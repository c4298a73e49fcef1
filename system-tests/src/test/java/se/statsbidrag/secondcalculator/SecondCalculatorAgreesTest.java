package se.statsbidrag.secondcalculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.plan.PayoutCalculator;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlanStatus;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.plan.PotStatus;
import se.statsbidrag.rules.plan.Tie;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** The rules and the second calculator give the same, to the krona, whatever a year brings. */
class SecondCalculatorAgreesTest {
    private static final ProgrammeDefinition SHIPPED = ForTheRules.shipped();
    private static final QueueGrant REAL = WorkedExample.grant();
    private static final int YEARS = Integer.getInteger("statsbidrag.random-years", 2000);

    @Test
    void theRulesAndTheSecondCalculatorAgreeToTheKrona() {
        long firstSeed = Long.getLong("statsbidrag.seed", 20250602);
        Map<RandomYear.Regime, Integer> seen = new EnumMap<>(RandomYear.Regime.class);
        int complete = 0;
        int tied = 0;
        int transferred = 0;
        for (long seed = firstSeed; seed < firstSeed + YEARS; seed++) {
            RandomYear year = new RandomYear(seed, REAL);
            QueueOutcome naive = SecondCalculator.compute(year.grant, year.year());
            ForTheRules rules = new ForTheRules(year, new Random(seed));
            ProgrammeDefinition definition = rules.definition(SHIPPED);
            PayoutPlan plan = PayoutCalculator.compute(definition, rules.facts(definition));

            assertThat(differences(inOneForm(plan), inOneForm(naive, year.grant)))
                    .as("-Dstatsbidrag.seed=%d, %s, %s", seed, year.regime, year.grant)
                    .isEmpty();

            seen.merge(year.regime, 1, Integer::sum);
            complete += naive.complete() ? 1 : 0;
            tied += naive.ties().isEmpty() ? 0 : 1;
            transferred += naive.pot(QueueOutcome.BLOCK_2).transferred() > 0 ? 1 : 0;
        }
        assertThat(seen).as("regimes").hasSize(RandomYear.Regime.values().length);
        assertThat(List.of(complete, tied, transferred))
                .as("final, tied and transferring years of %d", YEARS)
                .allMatch(years -> years > YEARS / 50);
    }

    private static List<String> differences(Map<String, String> rules, Map<String, String> naive) {
        Set<String> names = new TreeSet<>(rules.keySet());
        names.addAll(naive.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(rules.get(name), naive.get(name))) {
                differences.add("%s: rules %s, second calculator %s".formatted(name, rules.get(name), naive.get(name)));
            }
        }
        return differences;
    }

    /** Everything that both say, as text by name. */
    private static Map<String, String> inOneForm(PayoutPlan plan) {
        Map<String, String> said = new TreeMap<>();
        said.put("final", String.valueOf(plan.status() == PlanStatus.FINAL));
        for (PlannedPot pot : plan.pots()) {
            said.put(
                    "pot " + pot.pot(),
                    sums(
                            pot.status() == PotStatus.CLOSED,
                            pot.amount(),
                            pot.distributed(),
                            pot.remaining(),
                            pot.transferred(),
                            pot.returned()));
        }
        for (PlannedRecipient recipient : plan.recipients()) {
            Map<PotId, Long> lines = new LinkedHashMap<>();
            recipient.lines().forEach(line -> lines.put(line.pot(), line.amount()));
            said.put("region " + recipient.recipient(), lines + " = " + recipient.total());
        }
        for (Tie tie : plan.ties()) {
            if (tie.open()) {
                said.put("tie " + tie.pot(), tie.candidates().toString());
            }
        }
        return said;
    }

    private static Map<String, String> inOneForm(QueueOutcome outcome, QueueGrant grant) {
        Map<String, String> said = new TreeMap<>();
        said.put("final", String.valueOf(outcome.complete()));
        outcome.pots()
                .forEach((name, pot) -> said.put(
                        "pot " + ForTheRules.pot(name),
                        sums(
                                pot.closed(),
                                pot.amount(),
                                pot.distributed(),
                                pot.remaining(),
                                pot.transferred(),
                                pot.returned())));
        for (String region : grant.regions()) {
            Map<PotId, Long> lines = new LinkedHashMap<>();
            outcome.pots().forEach((name, pot) -> lines.put(ForTheRules.pot(name), pot.due(region)));
            said.put("region " + region, lines + " = " + outcome.total(region));
        }
        outcome.ties().forEach((procedure, tied) -> {
            List<RecipientCode> codes = new ArrayList<>();
            tied.forEach(region -> codes.add(new RecipientCode(region)));
            said.put("tie " + ForTheRules.pot(procedure), codes.toString());
        });
        return said;
    }

    private static String sums(
            boolean closed, long amount, long distributed, long remaining, long transferred, long returned) {
        return "%s %d = %d distributed + %d remaining + %d transferred + %d returned"
                .formatted(closed ? "closed" : "open", amount, distributed, remaining, transferred, returned);
    }
}
