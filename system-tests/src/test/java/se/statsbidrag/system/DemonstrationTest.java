package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.statsbidrag.local.Screen;
import se.statsbidrag.local.demo.DemonstrationYear;
import se.statsbidrag.local.demo.Regime;
import se.statsbidrag.local.demo.ServiceAddresses;
import se.statsbidrag.secondcalculator.QueueOutcome;
import se.statsbidrag.secondcalculator.QueueOutcome.Pot;
import se.statsbidrag.secondcalculator.RealShareGrants;
import se.statsbidrag.secondcalculator.ShareGrant;
import se.statsbidrag.secondcalculator.ShareOutcome;
import se.statsbidrag.secondcalculator.ShippedGrants;

/** The demonstration years end as they promise, and the second calculator gets the same from their logs. */
class DemonstrationTest {

    @ParameterizedTest
    @EnumSource(Regime.class)
    void theYearEndsAsItPromises(Regime regime) {
        try (RunningSystem system = RunningSystem.fresh("demonstration-" + regime)) {
            Screen nobody =
                    new Screen(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
            DemonstrationYear year = new DemonstrationYear(ServiceAddresses.of(system.parts()), nobody);
            if (regime == Regime.ALL_CAPPED) {
                year.play(regime);
                assertSharesAreHandedOutAgain(system, ShippedGrants.ACCESS, RealShareGrants.access());
                assertSharesAreHandedOutAgain(system, ShippedGrants.LOCAL_CARE, RealShareGrants.goodLocalCare());
            } else {
                year.playWithoutShareGrants(regime);
            }

            QueueOutcome outcome = PlanDocument.assertAgreesWithTheSecondCalculator(system);

            Pot block1 = outcome.pot(QueueOutcome.BLOCK_1);
            Pot block2 = outcome.pot(QueueOutcome.BLOCK_2);
            assertThat(outcome.complete()).isTrue();
            switch (regime) {
                case ALL_CAPPED -> {
                    assertThat(block1.returned()).isZero();
                    assertThat(block2.distributed()).isEqualTo(397_000_000);
                }
                case REMAINING -> {
                    assertThat(block1.returned()).isZero();
                    assertThat(block2.transferred()).isPositive();
                }
                case MISSING_REGION -> {
                    assertThat(block1.due()).hasSize(20);
                    assertThat(block1.returned()).isBetween(4_761_904L, 4_761_905L);
                    assertThat(block2.transferred()).isPositive();
                }
            }
        }
    }

    /** Some ask for less or not at all, so every pot has something for those that took all and want more. */
    private static void assertSharesAreHandedOutAgain(RunningSystem system, String programme, ShareGrant grant) {
        ShareOutcome outcome = PlanDocument.assertAgreesWithTheSecondCalculator(system, programme, grant);

        assertThat(outcome.complete()).as(programme).isTrue();
        grant.pots()
                .forEach(pot -> assertThat(
                                outcome.pot(pot.name() + ShareOutcome.REMAINING).due())
                        .as(pot.name())
                        .isNotEmpty());
    }
}
