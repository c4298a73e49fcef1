package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * The demonstration years end as they promise, to the last krona, and the second calculator gets the same from their logs.
 * What becomes of the money is played in the year of all grants; in the others too with the profile faults-long.
 */
class DemonstrationTest {
    private static final boolean MONEY_IN_ALL = Boolean.getBoolean("statsbidrag.money-in-all-years");

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
                assertClosesToZero(system, ShippedGrants.ACCESS);
                assertClosesToZero(system, ShippedGrants.LOCAL_CARE);
                assertClosesToZero(system, WorkedYear.PROGRAMME);
            } else if (MONEY_IN_ALL) {
                year.playWithoutShareGrants(regime);
                assertClosesToZero(system, WorkedYear.PROGRAMME);
            } else {
                year.playUpToTheFinalPlan(regime);
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

    /** Everybody has what the plan gives, what was claimed came back, and nothing is left of what the agency drew. */
    private static void assertClosesToZero(RunningSystem system, String programme) {
        String path = "/allocation/v1/programmes/" + programme;
        JsonNode account = system.allocation()
                .as("economist-1")
                .get(path + "/appropriation")
                .orFail();
        JsonNode balances =
                system.allocation().as("economist-1").get(path + "/balances").orFail();

        assertThat(account.path("closed").asBoolean()).as("closed: %s", account).isTrue();
        assertThat(account.path("left").asLong()).as(programme).isZero();
        assertThat(account.path("received").asLong())
                .as(programme)
                .isPositive()
                .isEqualTo(account.path("paid").asLong()
                        - account.path("repaidByRecipients").asLong()
                        + account.path("ownCost").asLong()
                        + account.path("returned").asLong());
        assertThat(account.path("repaidByRecipients").asLong()).as(programme).isPositive();
        assertThat(balances.path("sum").path("paid").asLong())
                .isEqualTo(account.path("paid").asLong());
        balances.path("recipients").forEach(recipient -> {
            assertThat(recipient.path("outstanding").asLong())
                    .as(recipient.toString())
                    .isZero();
            assertThat(recipient.path("paid").asLong())
                    .as(recipient.toString())
                    .isEqualTo(recipient.path("decided").asLong());
            assertThat(recipient.path("repaid").asLong())
                    .as(recipient.toString())
                    .isEqualTo(recipient.path("claimed").asLong());
        });
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
