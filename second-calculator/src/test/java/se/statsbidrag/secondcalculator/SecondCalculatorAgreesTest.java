package se.statsbidrag.secondcalculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.rules.plan.PayoutCalculator;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlanStatus;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.plan.PotStatus;
import se.statsbidrag.rules.plan.Tie;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.RecipientCode;

/** The rules and the second calculator give the same, to the krona, whatever a year brings. */
class SecondCalculatorAgreesTest {
    private static final ProgrammeDefinition SHIPPED = ShippedGrants.definition(ShippedGrants.QUEUES);
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

            assertThat(InOneForm.differences(inOneForm(plan), InOneForm.of(naive, year.grant)))
                    .as("rules but second calculator; -Dstatsbidrag.seed=%d, %s, %s", seed, year.regime, year.grant)
                    .isEmpty();
            assertThat(openTies(plan)).as("-Dstatsbidrag.seed=%d", seed).isEqualTo(openTies(naive));

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

    @ParameterizedTest
    @CsvSource({ShippedGrants.ACCESS + ", 2000, 400", ShippedGrants.LOCAL_CARE + ", 1500, 40"})
    void theyAgreeOnSharesAndWhatOthersLeave(String programme, int years, int ofTheWholeGrant) {
        ProgrammeDefinition shipped = ShippedGrants.definition(programme);
        long firstSeed = Long.getLong("statsbidrag.seed", 20250417);
        Map<RandomShareYear.Regime, Integer> seen = new EnumMap<>(RandomShareYear.Regime.class);
        int complete = 0;
        int handedOut = 0;
        int returned = 0;
        for (long seed = firstSeed; seed < firstSeed + years; seed++) {
            RandomShareYear year = new RandomShareYear(seed, shipped, seed < firstSeed + ofTheWholeGrant);
            ShareOutcome naive = ShareCalculator.compute(year.definition.naive(), year.year());
            PayoutPlan plan = PayoutCalculator.compute(year.definition.rules(), year.definition.facts(year));

            assertThat(InOneForm.differences(inOneForm(plan), InOneForm.of(naive, year.definition.recipients())))
                    .as("rules but second calculator; -Dstatsbidrag.seed=%d, %s", seed, year.regime)
                    .isEmpty();

            seen.merge(year.regime, 1, Integer::sum);
            complete += naive.complete() ? 1 : 0;
            handedOut += naive.pots().entrySet().stream()
                            .anyMatch(pot -> pot.getKey().endsWith(ShareOutcome.REMAINING)
                                    && pot.getValue().distributed() > 0)
                    ? 1
                    : 0;
            returned += naive.pots().values().stream().anyMatch(pot -> pot.returned() > 0) ? 1 : 0;
        }
        assertThat(seen).as("regimes").hasSize(RandomShareYear.Regime.values().length);
        assertThat(List.of(complete, handedOut, returned))
                .as("final, redistributing and returning years of %d", years)
                .allMatch(some -> some > years / 20);
    }

    private static InOneForm inOneForm(PayoutPlan plan) {
        InOneForm form = new InOneForm().complete(plan.status() == PlanStatus.FINAL);
        for (PlannedPot pot : plan.pots()) {
            form.pot(
                    pot.pot().value(),
                    pot.status() == PotStatus.CLOSED,
                    pot.amount(),
                    pot.distributed(),
                    pot.remaining(),
                    pot.transferred(),
                    pot.returned());
        }
        for (PlannedRecipient recipient : plan.recipients()) {
            Map<String, Long> lines = recipient.lines().stream()
                    .collect(Collectors.toMap(line -> line.pot().value(), PlannedRecipient.Line::amount));
            form.region(recipient.recipient().value(), lines, recipient.total());
        }
        return form;
    }

    /** The regions that tie, by pot. */
    private static Map<String, List<String>> openTies(PayoutPlan plan) {
        return plan.ties().stream()
                .filter(Tie::open)
                .collect(Collectors.toMap(
                        tie -> tie.pot().value(),
                        tie -> tie.candidates().stream()
                                .map(RecipientCode::value)
                                .toList()));
    }

    private static Map<String, List<String>> openTies(QueueOutcome outcome) {
        return outcome.ties().entrySet().stream()
                .collect(Collectors.toMap(tie -> InOneForm.pot(tie.getKey()), Map.Entry::getValue));
    }
}
