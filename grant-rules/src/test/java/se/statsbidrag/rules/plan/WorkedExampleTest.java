package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.WorkedExample;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;

class WorkedExampleTest {
    private static final ProgrammeDefinition DEFINITION = ShippedDefinition.definition();
    private static final PayoutPlan PLAN = PayoutCalculator.compute(
            DEFINITION, WorkedExample.year().bothPassed().facts());

    static Stream<WorkedExample.Row> rows() {
        return WorkedExample.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_region_is_due_what_the_table_says_to_the_krona(WorkedExample.Row row) {
        PlannedRecipient recipient =
                PLAN.recipient(GrantYear.region(row.code())).orElseThrow();

        assertThat(recipient.lines()).extracting(PlannedRecipient.Line::amount).isEqualTo(row.amounts());
        assertThat(recipient.total()).isEqualTo(row.total());
    }

    @Test
    void the_region_without_a_requisition_leaves_its_share_to_the_state_and_its_cap_to_the_others() {
        assertThat(PLAN.status()).isEqualTo(PlanStatus.FINAL);
        assertThat(PLAN.pots())
                .containsExactly(
                        new PlannedPot(
                                new PotId("block-1"), PotStatus.CLOSED, 100_000_000, 95_238_095, 0, 0, 4_761_905),
                        new PlannedPot(
                                new PotId("block-2"), PotStatus.CLOSED, 397_000_000, 207_591_680, 0, 189_408_320, 0),
                        ranked("remaining-hip-replacement", 123_115_408),
                        ranked("remaining-prolapse", 43_563_914),
                        ranked("remaining-cataract", 22_728_998));
        assertThat(PLAN.ties()).isEmpty();
    }

    @Test
    void before_between_and_after_the_deadlines_the_pots_say_where_the_money_is() {
        PayoutPlan before =
                PayoutCalculator.compute(DEFINITION, WorkedExample.year().facts());
        PayoutPlan between = PayoutCalculator.compute(
                DEFINITION, WorkedExample.year().requisitionDeadlinePassed().facts());

        assertThat(before.status()).isEqualTo(PlanStatus.PRELIMINARY);
        assertThat(before.pots().getFirst())
                .isEqualTo(
                        new PlannedPot(new PotId("block-1"), PotStatus.OPEN, 100_000_000, 95_238_095, 4_761_905, 0, 0));
        assertThat(between.status()).isEqualTo(PlanStatus.PRELIMINARY);
        assertThat(between.pots().getFirst()).isEqualTo(PLAN.pots().getFirst());
        assertThat(List.of(before, between)).allSatisfy(plan -> {
            assertThat(plan.pots().get(1))
                    .isEqualTo(new PlannedPot(
                            new PotId("block-2"), PotStatus.OPEN, 397_000_000, 207_591_680, 189_408_320, 0, 0));
            assertThat(plan.pots().subList(2, 5))
                    .allSatisfy(
                            pot -> assertThat(pot).isEqualTo(new PlannedPot(pot.pot(), PotStatus.OPEN, 0, 0, 0, 0, 0)));
        });
    }

    private static PlannedPot ranked(String pot, long amount) {
        return new PlannedPot(new PotId(pot), PotStatus.CLOSED, amount, amount, 0, 0, 0);
    }
}
