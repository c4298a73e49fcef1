package se.statsbidrag.secondcalculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.secondcalculator.QueueOutcome.Pot;
import se.statsbidrag.secondcalculator.ShareYear.Requisition;

class ShareCalculatorTest {
    private static final String PEOPLE = "people";
    private static final String RURAL = "rural";

    /** Shares: 0114 has 50, 0115 has 30 + 40, 0117 has 20 + 60; 0114 has no rural share. */
    private static final ShareGrant SMALL = new ShareGrant(List.of(
            ShareGrant.Pot.weighted(PEOPLE, 100, Map.of("0114", 5L, "0115", 3L, "0117", 2L)),
            ShareGrant.Pot.weighted(RURAL, 100, Map.of("0115", 2L, "0117", 3L))));

    @Test
    void theAccessGrantsPublishedAmountsComeOutToTheKrona() {
        ShareGrant.Pot access = RealShareGrants.access().pots().getFirst();
        Map<String, Long> published = new TreeMap<>();
        for (Map<String, String> row : WorkedExample.csv("/access-amounts.csv")) {
            published.put(WorkedExample.text(row, "county_code"), WorkedExample.number(row, "amount_sek"));
        }

        assertThat(access.shares()).hasSize(21).isEqualTo(published);
        assertThat(sum(access)).isEqualTo(5_886_500_000L);
    }

    @Test
    void goodLocalCareIsExactInEveryPotOverAllRecipients() {
        ShareGrant grant = RealShareGrants.goodLocalCare();
        Set<String> recipients = new TreeSet<>();
        for (ShareGrant.Pot pot : grant.pots()) {
            assertThat(sum(pot)).as(pot.name()).isEqualTo(pot.amount());
            recipients.addAll(pot.shares().keySet());
        }

        assertThat(recipients).hasSize(311);
        assertThat(recipients.stream().mapToLong(grant::share).sum()).isEqualTo(3_674_000_000L);
        assertThat(grant.pots()).extracting(pot -> pot.shares().size()).containsExactly(21, 20, 290, 290, 130);
    }

    @ParameterizedTest
    @ValueSource(strings = {ShippedGrants.ACCESS, ShippedGrants.LOCAL_CARE})
    void theShippedDefinitionsSayTheSame(String programme) {
        ShareGrant shipped =
                ShareDefinition.shipped(ShippedGrants.definition(programme)).naive();

        assertThat(shipped)
                .isEqualTo(
                        programme.equals(ShippedGrants.ACCESS)
                                ? RealShareGrants.access()
                                : RealShareGrants.goodLocalCare());
    }

    @Test
    void ruralInhabitantsCountOnceFiveOrTenTimesAndARegionHasThoseOfItsMunicipalities() {
        Map<String, Long> weights = ShareGrant.ruralWeights(
                RealShareGrants.RURAL_TIMES,
                Map.of("2303", "VERY_SPARSE", "2305", "SPARSE", "0980", "NEAR_URBAN"),
                Map.of("2303", 100L, "2305", 100L, "0980", 100L, "0114", 100L));

        assertThat(weights).isEqualTo(Map.of("2303", 1000L, "2305", 500L, "0980", 100L));
        assertThat(ShareGrant.perRegion(weights)).isEqualTo(Map.of("23", 1500L, "09", 100L));
    }

    @Test
    void aKronaLeftOverGoesToTheGreatestFractionThenTheLowerCode() {
        assertThat(ShareGrant.Pot.weighted(PEOPLE, 8, Map.of("03", 1L, "01", 1L, "04", 1L))
                        .shares())
                .isEqualTo(Map.of("01", 3L, "03", 3L, "04", 2L));
        assertThat(ShareGrant.Pot.fixedPartPlusWeighted(PEOPLE, 31, 10, Map.of("01", 1L, "03", 2L))
                        .shares())
                .isEqualTo(Map.of("01", 14L, "03", 17L));
    }

    @Test
    void whenAllRequisitionInFullNothingRemains() {
        ShareOutcome outcome =
                compute(Map.of("0114", approved(50, true), "0115", approved(70, true), "0117", approved(80, false)));

        assertThat(outcome.pot(PEOPLE).due()).isEqualTo(Map.of("0114", 50L, "0115", 30L, "0117", 20L));
        assertThat(outcome.pot(RURAL).due()).isEqualTo(Map.of("0115", 40L, "0117", 60L));
        assertThat(outcome.pot(PEOPLE + ShareOutcome.REMAINING).amount()).isZero();
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void aLesserAmountIsTakenFromThePotsAsItsSharesAre() {
        ShareOutcome outcome = compute(Map.of("0115", approved(35, true), "0117", approved(5, true)));

        // 35 of 70 is 15 + 20; 5 of 80 is 1.25 + 3.75.
        assertThat(outcome.pot(PEOPLE).due()).isEqualTo(Map.of("0115", 15L, "0117", 1L));
        assertThat(outcome.pot(RURAL).due()).isEqualTo(Map.of("0115", 20L, "0117", 4L));
    }

    @Test
    void moreThanTheShareIsTheShare() {
        ShareOutcome outcome = compute(Map.of("0114", approved(51, true)));

        assertThat(outcome.pot(PEOPLE).due()).isEqualTo(Map.of("0114", 50L));
        assertThat(outcome.pot(PEOPLE + ShareOutcome.REMAINING).due()).isEqualTo(Map.of("0114", 50L));
    }

    @Test
    void whatIsLeftGoesByOriginalShareToThoseThatTookAllAndAskedForMore() {
        ShareOutcome outcome =
                compute(Map.of("0114", approved(50, true), "0115", approved(70, true), "0117", approved(40, true)));

        // 0117 takes 10 + 30. Of the 10 left, 50 : 30 gives 6.25 and 3.75; the 30 left of rural have one taker.
        assertThat(outcome.pot(PEOPLE).transferred()).isEqualTo(10);
        assertThat(outcome.pot(PEOPLE + ShareOutcome.REMAINING).due()).isEqualTo(Map.of("0114", 6L, "0115", 4L));
        assertThat(outcome.pot(RURAL + ShareOutcome.REMAINING).due()).isEqualTo(Map.of("0115", 30L));
        assertThat(outcome.total("0115")).isEqualTo(104);
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void whereNobodyWantsMoreItGoesBackToTheState() {
        ShareOutcome outcome = compute(Map.of("0114", approved(50, true), "0115", approved(69, true)));

        assertThat(outcome.pot(PEOPLE + ShareOutcome.REMAINING).due()).containsOnlyKeys("0114");
        Pot rural = outcome.pot(RURAL + ShareOutcome.REMAINING);
        assertThat(rural.due()).isEmpty();
        assertThat(rural.returned()).isEqualTo(rural.amount()).isEqualTo(61);
    }

    @Test
    void oneThatIsUndecidedReservesItsShareAndHoldsItsOwnPotsOpen() {
        ShareOutcome outcome = compute(Map.of("0114", new Requisition(false, 50, true), "0115", approved(70, true)));

        assertThat(outcome.pot(PEOPLE).closed()).isFalse();
        assertThat(outcome.pot(PEOPLE).remaining()).isEqualTo(70);
        assertThat(outcome.pot(RURAL).closed())
                .as("0114 is not in the rural pot")
                .isTrue();
        assertThat(outcome.pot(RURAL + ShareOutcome.REMAINING).due()).isEqualTo(Map.of("0115", 60L));
        assertThat(outcome.complete()).isFalse();
    }

    @Test
    void untilTheDeadlineHasPassedNothingIsHandedOut() {
        ShareOutcome outcome = ShareCalculator.compute(SMALL, new ShareYear(Map.of("0115", approved(70, true)), false));

        assertThat(outcome.pot(PEOPLE).remaining()).isEqualTo(70);
        assertThat(outcome.pot(PEOPLE + ShareOutcome.REMAINING).amount()).isZero();
        assertThat(outcome.total("0115")).isEqualTo(70);
        assertThat(outcome.complete()).isFalse();
    }

    private static ShareOutcome compute(Map<String, Requisition> requisitions) {
        return ShareCalculator.compute(SMALL, new ShareYear(requisitions, true));
    }

    private static Requisition approved(long amount, boolean wantsRemainingFunds) {
        return new Requisition(true, amount, wantsRemainingFunds);
    }

    private static long sum(ShareGrant.Pot pot) {
        return pot.shares().values().stream().mapToLong(Long::longValue).sum();
    }
}
