package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.statsbidrag.rules.GrantYear.CATARACT;
import static se.statsbidrag.rules.GrantYear.CUT_OFF;
import static se.statsbidrag.rules.GrantYear.FEBRUARY;
import static se.statsbidrag.rules.GrantYear.HIP;
import static se.statsbidrag.rules.GrantYear.REGISTER;
import static se.statsbidrag.rules.GrantYear.REQUISITION;
import static se.statsbidrag.rules.GrantYear.cell;
import static se.statsbidrag.rules.GrantYear.noon;
import static se.statsbidrag.rules.GrantYear.region;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;

class PotsTest {
    private static final ProgrammeDefinition DEFINITION = ShippedDefinition.definition();

    @Test
    void before_anything_has_happened_everything_remains() {
        PayoutPlan plan = PayoutCalculator.compute(DEFINITION, Facts.none(REGISTER));

        assertThat(plan.status()).isEqualTo(PlanStatus.PRELIMINARY);
        assertThat(plan.pots())
                .extracting(PlannedPot::remaining)
                .containsExactly(100_000_000L, 397_000_000L, 0L, 0L, 0L);
        assertThat(plan.recipients())
                .hasSize(21)
                .allSatisfy(recipient -> assertThat(recipient.total()).isZero());
    }

    @Test
    void a_year_without_any_requisition_goes_back_to_the_state() {
        PayoutPlan plan = plan(new GrantYear().bothPassed());

        assertThat(plan.status()).isEqualTo(PlanStatus.FINAL);
        assertThat(plan.pots())
                .extracting(PlannedPot::returned)
                .containsExactly(100_000_000L, 0L, 258_050_000L, 91_310_000L, 47_640_000L);
    }

    @Test
    void with_fewer_than_five_those_few_share_the_part_and_with_none_it_goes_back() {
        PayoutPlan plan = plan(new GrantYear()
                .allApproved(DEFINITION)
                .delivers(FEBRUARY, cell("09", HIP, 1), cell("10", HIP, 1))
                .bothPassed());

        assertThat(plan.recipients().stream()
                        .filter(recipient -> recipient.lines().get(2).amount() > 0)
                        .map(PlannedRecipient::recipient))
                .containsExactly(region("09"), region("10"));
        PlannedPot hip = pot(plan, "remaining-hip-replacement");
        assertThat(hip.distributed()).isEqualTo(hip.amount());
        PlannedPot cataract = pot(plan, "remaining-cataract");
        assertThat(cataract.returned()).isEqualTo(cataract.amount()).isPositive();
    }

    @Test
    void an_undecided_requisition_reserves_its_share_and_keeps_the_pots_open() {
        for (Outcome outcome : List.of(Outcome.SUBMITTED, Outcome.RETURNED)) {
            PayoutPlan plan = plan(new GrantYear()
                    .allApproved(DEFINITION, "01")
                    .submits("01", "2025-05-05", outcome)
                    .delivers(FEBRUARY, cell("01", CATARACT, 100), cell("03", CATARACT, 100))
                    .bothPassed());

            assertThat(plan.pots()).extracting(PlannedPot::status).containsOnly(PotStatus.OPEN);
            assertThat(pot(plan, "block-1").remaining()).isEqualTo(4_761_905);
            assertThat(pot(plan, "block-2").distributed()).isEqualTo(1_900_000);
            assertThat(pot(plan, "block-2").remaining()).isEqualTo(395_100_000);
        }
    }

    @Test
    void a_rejected_withdrawn_or_late_requisition_takes_no_part() {
        PayoutPlan plan = plan(new GrantYear()
                .submits("01", "2025-05-05", Outcome.REJECTED)
                .submits("03", "2025-05-05", Outcome.WITHDRAWN)
                .submits("04", "2025-06-03", Outcome.APPROVED)
                .approved("05")
                .bothPassed());

        assertThat(plan.status()).isEqualTo(PlanStatus.FINAL);
        assertThat(plan.recipients().stream()
                        .filter(recipient -> recipient.total() > 0)
                        .map(PlannedRecipient::recipient))
                .containsExactly(region("05"));
        assertThat(pot(plan, "block-1").returned()).isEqualTo(100_000_000 - 4_761_905);
    }

    @Test
    void a_change_in_time_displaces_the_approved_requisition_at_once() {
        GrantYear year = new GrantYear().approved("01").submits("01", "2025-05-20", Outcome.SUBMITTED);

        assertThat(plan(year).recipient(region("01")).orElseThrow().total()).isZero();
    }

    @Test
    void an_extension_lets_a_late_requisition_and_a_late_delivery_in_and_opens_the_pot_again() {
        GrantYear late = new GrantYear()
                .submits("01", "2025-06-20", Outcome.APPROVED)
                .delivers(REGISTER, FEBRUARY, noon("2025-11-25"), cell("01", HIP, 10));
        PayoutPlan before = plan(late.bothPassed());
        PayoutPlan after = plan(late.extended(REQUISITION, "2025-06-30").extended(CUT_OFF, "2025-11-30"));

        assertThat(before.recipient(region("01")).orElseThrow().total()).isZero();
        assertThat(pot(before, "block-1").status()).isEqualTo(PotStatus.CLOSED);
        assertThat(after.recipient(region("01")).orElseThrow().total()).isEqualTo(4_761_905 + 1_080_000);
        assertThat(after.pots()).extracting(PlannedPot::status).containsOnly(PotStatus.OPEN);
        Evaluated.check(DEFINITION, late.facts());
    }

    @Test
    void nobody_earns_more_than_the_cap() {
        PayoutPlan plan = plan(new GrantYear().approved("09").delivers(FEBRUARY, cell("09", HIP, 25)));

        assertThat(plan.recipient(region("09")).orElseThrow().lines().get(1).amount())
                .isEqualTo(2_636_976);
    }

    @Test
    void a_plan_in_which_a_krona_was_created_or_lost_is_never_shown() {
        PayoutPlan plan = plan(new GrantYear().approved("01").bothPassed());
        PlannedPot first = plan.pots().getFirst();
        List<PlannedPot> one = List.of(new PlannedPot(
                first.pot(), first.status(), first.amount(), first.distributed(), 1, 0, first.returned()));
        List<PlannedPot> pots = new ArrayList<>(one);
        pots.addAll(plan.pots().subList(1, 5));

        assertThatThrownBy(() -> PlanIdentity.check(DEFINITION, with(plan, pots, plan.recipients())))
                .isInstanceOf(PlanIdentityException.class)
                .hasMessageContaining("block-1");
        assertThatThrownBy(() -> PlanIdentity.check(
                        DEFINITION,
                        with(plan, plan.pots(), plan.recipients().reversed().subList(0, 20))))
                .isInstanceOf(PlanIdentityException.class);
    }

    @Test
    void the_digest_depends_on_the_money_alone() {
        GrantYear year = new GrantYear().approved("01", "03").delivers(FEBRUARY, cell("01", HIP, 1));
        String digest = plan(year).digest();
        GrantYear otherPath = new GrantYear()
                .approved("03")
                .submits("01", "2025-04-01", Outcome.REJECTED)
                .approved("01")
                .delivers(FEBRUARY, cell("01", HIP, 5))
                .delivers(FEBRUARY, cell("01", HIP, 1));

        assertThat(plan(otherPath).digest()).isEqualTo(digest).hasSize(64);
        assertThat(plan(year.delivers(FEBRUARY, cell("01", HIP, 2))).digest()).isNotEqualTo(digest);
    }

    @Test
    void the_digest_of_a_given_plan_never_changes() {
        PayoutPlan plan = new PayoutPlan(
                DEFINITION.id(),
                1,
                "0".repeat(64),
                PlanStatus.FINAL,
                List.of(new PlannedPot(new PotId("one"), PotStatus.CLOSED, 10, 7, 0, 0, 3)),
                List.of(new PlannedRecipient(region("01"), List.of(new PlannedRecipient.Line(new PotId("one"), 7)), 7)),
                List.of(),
                List.of());

        assertThat(plan.digest()).isEqualTo("dc8ac9d8dfb75e15b880f3ff1678898164836d042e3ea45d43193c20e046e3cd");
    }

    private static PayoutPlan plan(GrantYear year) {
        return PayoutCalculator.compute(DEFINITION, year.facts());
    }

    private static PlannedPot pot(PayoutPlan plan, String pot) {
        return plan.pot(new PotId(pot)).orElseThrow();
    }

    private static PayoutPlan with(PayoutPlan plan, List<PlannedPot> pots, List<PlannedRecipient> recipients) {
        return new PayoutPlan(
                plan.programme(),
                plan.programmeVersion(),
                plan.definitionHash(),
                plan.status(),
                pots,
                recipients,
                plan.ties(),
                plan.syntheticTables());
    }
}
