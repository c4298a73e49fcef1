package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.statsbidrag.rules.GrantYear.FEBRUARY;
import static se.statsbidrag.rules.GrantYear.HIP;
import static se.statsbidrag.rules.GrantYear.cell;
import static se.statsbidrag.rules.GrantYear.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.TreeChange;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

class TieTest {
    private static final String HIPS = "remaining-hip-replacement";

    /** 10, 13 and 20 tie for the last place behind four others: all three have the same population here. */
    private static final ProgrammeDefinition DEFINITION = equalPopulations("10", "13", "20");

    private static final List<String> TIED = List.of("10", "13", "20");

    @Test
    void an_open_tie_goes_provisionally_to_the_greater_cap_and_keeps_the_plan_preliminary() {
        PayoutPlan plan = plan(tiedYear());

        assertThat(plan.status()).isEqualTo(PlanStatus.PRELIMINARY);
        assertThat(plan.pots()).extracting(PlannedPot::status).containsOnly(PotStatus.CLOSED);
        assertThat(plan.ties())
                .containsExactly(new Tie(new PotId(HIPS), 5, 1, codes(TIED), codes(List.of("13")), null));
        assertThat(due(plan, "13")).isPositive();
        assertThat(due(plan, "10")).isZero();
        Evaluated.check(DEFINITION, tiedYear().facts());
        assertThat(PlanExplanation.of(DEFINITION, tiedYear().facts()).text(region("13")))
                .contains("Beräkningen är preliminär och kan ändras. Region Blekinge, Region Halland och Region Dalarna"
                        + " har exakt lika många operationer per invånare och delar plats 5")
                .contains("Till dess räknar beräkningen med Region Halland, enligt antagande I-K4.");
    }

    @Test
    void equal_caps_go_to_the_lower_code() {
        GrantYear year = new GrantYear().approved("01", "03", "10", "12", "13", "14", "20");
        Map<String, Object> tree = ShippedDefinition.tree();
        TIED.forEach(code -> {
            TreeChange.set(tree, "tables[1].values." + code, 300_000);
            TreeChange.set(tree, "tables[0].values." + code, 10_496_721);
        });
        TreeChange.remove(tree, "controlTotals.tables");
        TreeChange.set(tree, "tables[0].values.10", 10_496_721);
        ProgrammeDefinition definition = ProgrammeDefinitionReader.read(tree).orThrow();
        PayoutPlan plan = PayoutCalculator.compute(
                definition, deliversTied(year).bothPassed().facts());

        assertThat(plan.ties().getFirst().chosen()).containsExactly(region("10"));
    }

    @Test
    void an_officers_choice_settles_the_tie() {
        GrantYear year = tiedYear().resolves(HIPS, List.of("20", "10", "13"), List.of("20"));
        PayoutPlan plan = plan(year);

        assertThat(plan.status()).isEqualTo(PlanStatus.FINAL);
        assertThat(plan.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.chosen()).containsExactly(region("20"));
            assertThat(tie.open()).isFalse();
        });
        assertThat(due(plan, "20")).isPositive();
        assertThat(due(plan, "13")).isZero();
        Evaluated.check(DEFINITION, year.facts());
        assertThat(PlanExplanation.of(DEFINITION, year.facts()).text(region("20")))
                .contains("En handläggare har avgjort att Region Dalarna får plats (händelse allocations:1).");
    }

    @Test
    void a_choice_lapses_when_others_tie() {
        GrantYear year = tiedYear().resolves(HIPS, List.of("10", "20"), List.of("20"));

        assertThat(plan(year).ties())
                .singleElement()
                .satisfies(tie -> assertThat(tie.open()).isTrue());
    }

    @Test
    void a_choice_of_too_many_or_of_someone_else_does_not_apply() {
        GrantYear year = tiedYear()
                .resolves(HIPS, TIED, List.of("20", "10"))
                .resolves(HIPS, TIED, List.of("01"))
                .resolves("remaining-cataract", TIED, List.of("20"));

        assertThat(plan(year).ties())
                .singleElement()
                .satisfies(tie -> assertThat(tie.open()).isTrue());
    }

    @Test
    void the_latest_choice_applies() {
        GrantYear year = tiedYear().resolves(HIPS, TIED, List.of("20")).resolves(HIPS, TIED, List.of("10"));

        assertThat(plan(year).ties().getFirst().chosen()).containsExactly(region("10"));
    }

    @Test
    void two_places_can_be_left_for_those_that_tie() {
        GrantYear year = new GrantYear().approved("01", "10", "12", "13", "14", "20");
        PayoutPlan plan = plan(deliversTied(year).bothPassed());

        assertThat(plan.ties())
                .containsExactly(new Tie(new PotId(HIPS), 4, 2, codes(TIED), codes(List.of("13", "20")), null));
    }

    @Test
    void a_tie_over_0_kronor_is_no_tie() {
        GrantYear open = deliversTied(new GrantYear().approved("01", "03", "10", "12", "13", "14", "20"));

        assertThat(plan(open).ties()).isEmpty();
    }

    @Test
    void when_all_have_reached_their_caps_there_is_nothing_to_tie_for() {
        List<OperationCell> cells = new ArrayList<>();
        DEFINITION
                .recipients()
                .forEach(recipient -> cells.add(cell(recipient.code().value(), HIP, 5_000)));
        GrantYear year = new GrantYear().allApproved(DEFINITION).bothPassed();
        PayoutPlan plan = plan(year.delivers(FEBRUARY, cells.toArray(OperationCell[]::new)));

        assertThat(plan.ties()).isEmpty();
        assertThat(plan.status()).isEqualTo(PlanStatus.FINAL);
        assertThat(plan.pot(new PotId("block-2")).orElseThrow().distributed()).isEqualTo(397_000_000);
    }

    private static GrantYear tiedYear() {
        return deliversTied(new GrantYear().approved("01", "03", "10", "12", "13", "14", "20"))
                .bothPassed();
    }

    private static GrantYear deliversTied(GrantYear year) {
        return year.delivers(
                FEBRUARY,
                cell("01", HIP, 2_500),
                cell("03", HIP, 420),
                cell("12", HIP, 1_500),
                cell("14", HIP, 1_800),
                cell("10", HIP, 7),
                cell("13", HIP, 7),
                cell("20", HIP, 7));
    }

    private static PayoutPlan plan(GrantYear year) {
        return PayoutCalculator.compute(DEFINITION, year.facts());
    }

    private static long due(PayoutPlan plan, String code) {
        return plan.recipient(region(code)).orElseThrow().lines().get(2).amount();
    }

    private static List<RecipientCode> codes(List<String> codes) {
        return codes.stream().map(GrantYear::region).toList();
    }

    private static ProgrammeDefinition equalPopulations(String... codes) {
        Map<String, Object> tree = ShippedDefinition.tree();
        for (String code : codes) {
            TreeChange.set(tree, "tables[1].values." + code, 300_000);
        }
        TreeChange.remove(tree, "controlTotals.tables");
        return ProgrammeDefinitionReader.read(tree).orThrow();
    }
}
