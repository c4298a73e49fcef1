package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;

/** A made-up grant of next year runs on the same rules by its files alone: other rates and caps, one procedure more, two rounds. */
class NextYearTest {
    private static final Procedure KNEE = new Procedure("KNEE_REPLACEMENT");
    private static final RecipientCode REGION = new RecipientCode("23");

    private long position;

    @ParameterizedTest(name = "round {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # round | operated in | a knee gives | left of block 2 | for knees | to Jämtland Härjedalen of it
        1       | 2026-03     | 99000        | 399604000       | 39960400  | 39960400
        2       | 2026-08     | 101000       | 149596000       | 37399000  | 37399000
        """)
    void each_round_goes_by_its_own_file(
            int round, String month, long rate, long left, long forKnees, long toTheRegion) {
        ProgrammeDefinition definition = ShippedDefinition.ofTests("next-year-round-" + round + ".yaml");
        Facts facts = facts(definition, LocalDate.parse(month + "-01"));

        PayoutPlan plan = PayoutCalculator.compute(definition, facts);

        assertThat(plan.status()).isEqualTo(PlanStatus.FINAL);
        assertThat(line(plan, "block-2")).isEqualTo(4 * rate);
        assertThat(plan.pot(new PotId("block-2")).orElseThrow().transferred()).isEqualTo(left);
        assertThat(plan.pot(new PotId("remaining-knee-replacement"))
                        .orElseThrow()
                        .amount())
                .isEqualTo(forKnees);
        assertThat(line(plan, "remaining-knee-replacement")).isEqualTo(toTheRegion);
        Step tree = PlanExplanation.of(definition, facts).recipient(REGION);
        assertThat(StepEvaluator.evaluate(tree)).isEqualTo(tree.result());
    }

    /** Everybody requisitions; four knees are replaced for inhabitants of one region, one of them far away. */
    private Facts facts(ProgrammeDefinition definition, LocalDate operated) {
        Map<RecipientCode, List<Submission>> requisitions = new HashMap<>();
        definition.recipients().stream()
                .map(Recipient::code)
                .forEach(code -> requisitions.put(code, List.of(approved())));
        Map<DeadlineId, DeadlineInForce> deadlines = new HashMap<>();
        definition
                .deadlines()
                .forEach(deadline -> deadlines.put(
                        deadline.id(), new DeadlineInForce(deadline.id(), deadline.dueDate(), null, event())));
        Delivery delivery = new Delivery(
                GrantYear.REGISTER,
                YearMonth.from(operated),
                1,
                GrantYear.noon(operated.plusMonths(1).toString()),
                List.of(
                        new OperationCell(REGION, REGION, Provider.PUBLIC, KNEE, 3),
                        new OperationCell(REGION, new RecipientCode("12"), Provider.PRIVATE, KNEE, 1)),
                event());
        return new Facts(
                requisitions, List.of(delivery), List.of(), GrantYear.REGISTER, deadlines, List.of(), List.of());
    }

    private Submission approved() {
        return new Submission(
                GrantYear.noon("2026-01-20"), null, false, Submission.Outcome.APPROVED, event(), event(), false, null);
    }

    private EventReference event() {
        position++;
        return new EventReference("requisitions", position);
    }

    private static long line(PayoutPlan plan, String pot) {
        return plan.recipients().stream()
                .filter(each -> each.recipient().equals(REGION))
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.pot().value().equals(pot))
                .mapToLong(PlannedRecipient.Line::amount)
                .sum();
    }
}
