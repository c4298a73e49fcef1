package se.statsbidrag.secondcalculator;

import static org.assertj.core.api.Assertions.assertThat;
import static se.statsbidrag.secondcalculator.WorkedExample.CATARACT;
import static se.statsbidrag.secondcalculator.WorkedExample.HIP_REPLACEMENT;
import static se.statsbidrag.secondcalculator.WorkedExample.PROLAPSE;
import static se.statsbidrag.secondcalculator.WorkedExample.number;
import static se.statsbidrag.secondcalculator.WorkedExample.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.statsbidrag.secondcalculator.QueueOutcome.Pot;
import se.statsbidrag.secondcalculator.QueueYear.Choice;
import se.statsbidrag.secondcalculator.QueueYear.Requisition;

class SecondCalculatorTest {
    /** Six regions of ten inhabitants each; caps that make every division easy to do by hand. */
    private static final QueueGrant SMALL = new QueueGrant(
            List.of("01", "03", "04", "05", "06", "07"),
            Map.of("01", 10L, "03", 10L, "04", 10L, "05", 10L, "06", 10L, "07", 10L),
            Map.of("01", 100L, "03", 100L, "04", 200L, "05", 200L, "06", 200L, "07", 200L),
            20,
            1000,
            List.of(HIP_REPLACEMENT, PROLAPSE),
            Map.of(HIP_REPLACEMENT, 50L, PROLAPSE, 10L),
            Map.of(HIP_REPLACEMENT, 60L, PROLAPSE, 40L),
            2);

    @Test
    void theWorkedExampleComesOutToTheKronaInEveryColumn() {
        QueueOutcome outcome = SecondCalculator.compute(WorkedExample.grant(), WorkedExample.year());

        for (Map<String, String> row : WorkedExample.rows()) {
            String region = text(row, "county_code");
            Map<String, Long> expected = new TreeMap<>(Map.of(
                    QueueOutcome.BLOCK_1,
                    number(row, "block_1"),
                    QueueOutcome.BLOCK_2,
                    number(row, "block_2"),
                    HIP_REPLACEMENT,
                    number(row, "remaining_hip_replacement"),
                    PROLAPSE,
                    number(row, "remaining_prolapse"),
                    CATARACT,
                    number(row, "remaining_cataract")));
            Map<String, Long> actual = new TreeMap<>();
            outcome.pots().forEach((name, pot) -> actual.put(name, pot.due(region)));
            assertThat(actual).as(region).isEqualTo(expected);
            assertThat(outcome.total(region)).as(region).isEqualTo(number(row, "total"));
        }
        assertThat(outcome.pot(QueueOutcome.BLOCK_1).returned()).isEqualTo(4_761_905);
        assertThat(outcome.pot(QueueOutcome.BLOCK_2).transferred()).isEqualTo(189_408_320);
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void aRegionThatReachesItsCapEarnsNoMore() {
        Pot block2 = small(Map.of("01", operations(3, 0), "04", operations(3, 0)), true, true)
                .pot(QueueOutcome.BLOCK_2);

        assertThat(block2.due()).isEqualTo(Map.of("01", 100L, "04", 150L));
        assertThat(block2.transferred()).isEqualTo(750);
    }

    @Test
    void remainingFundsGoByCapToThoseWithMostOperationsPerInhabitant() {
        QueueOutcome outcome =
                small(Map.of("01", operations(2, 3), "04", operations(1, 0), "05", operations(0, 1)), true, true);

        // Earned 100 + 50 + 10; of 840 the hip part is 504 (weights 100 : 200) and the prolapse part 336 (100 : 200).
        assertThat(outcome.pot(HIP_REPLACEMENT).due()).isEqualTo(Map.of("01", 168L, "04", 336L));
        assertThat(outcome.pot(PROLAPSE).due()).isEqualTo(Map.of("01", 112L, "05", 224L));
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void anExactTieForTheLastPlaceGoesToTheGreaterCapThenTheLowerCodeAndStaysOpen() {
        QueueOutcome greaterCap = small(
                Map.of("01", operations(1, 0), "03", operations(2, 0), "04", operations(1, 0), "05", operations(1, 0)),
                true,
                true);

        assertThat(greaterCap.ties()).isEqualTo(Map.of(HIP_REPLACEMENT, List.of("01", "04", "05")));
        assertThat(greaterCap.complete()).isFalse();
        assertThat(greaterCap.pot(HIP_REPLACEMENT).due()).containsOnlyKeys("03", "04");
    }

    @Test
    void anOfficersChoiceSettlesATieWhileTheSameRegionsTie() {
        Map<String, Map<String, Long>> operations =
                Map.of("01", operations(1, 0), "03", operations(2, 0), "04", operations(1, 0));
        Choice chosen = new Choice(List.of("01", "04"), List.of("01"));
        Choice ofAnotherTie = new Choice(List.of("01", "04", "05"), List.of("05"));

        QueueOutcome settled = SecondCalculator.compute(
                SMALL,
                new QueueYear(
                        all(Requisition.IN_FORCE),
                        operations,
                        true,
                        true,
                        Map.of(HIP_REPLACEMENT, List.of(chosen, ofAnotherTie))));

        assertThat(settled.pot(HIP_REPLACEMENT).due()).containsOnlyKeys("01", "03");
        assertThat(settled.complete()).isTrue();
    }

    @Test
    void aTieOverNothingIsNoTie() {
        Map<String, Map<String, Long>> operations = new TreeMap<>();
        for (String region : SMALL.regions()) {
            operations.put(region, operations(4, 4));
        }

        QueueOutcome outcome = small(operations, true, true);

        assertThat(outcome.pot(QueueOutcome.BLOCK_2).transferred()).isZero();
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void fewerThanThePlacesShareThePartAndANobodyReturnsIt() {
        QueueOutcome outcome = small(Map.of("04", operations(1, 0)), true, true);

        assertThat(outcome.pot(HIP_REPLACEMENT).due()).isEqualTo(Map.of("04", 570L));
        assertThat(outcome.pot(PROLAPSE).due()).isEmpty();
        assertThat(outcome.pot(PROLAPSE).returned()).isEqualTo(380);
    }

    @Test
    void untilADeadlineHasPassedNothingIsTransferredOrReturned() {
        QueueOutcome before = small(Map.of("04", operations(1, 0)), false, false);
        QueueOutcome between = small(Map.of("04", operations(1, 0)), true, false);

        assertThat(before.pot(QueueOutcome.BLOCK_1).closed()).isFalse();
        assertThat(between.pot(QueueOutcome.BLOCK_1).closed()).isTrue();
        for (QueueOutcome outcome : List.of(before, between)) {
            assertThat(outcome.pot(QueueOutcome.BLOCK_2).remaining()).isEqualTo(950);
            assertThat(outcome.pot(HIP_REPLACEMENT).amount()).isZero();
            assertThat(outcome.complete()).isFalse();
        }
    }

    @Test
    void anUndecidedRequisitionReservesItsShareAndKeepsThePotsOpen() {
        Map<String, Requisition> requisition = all(Requisition.IN_FORCE);
        requisition.put("07", Requisition.UNDECIDED);

        QueueOutcome outcome = SecondCalculator.compute(
                SMALL, new QueueYear(requisition, Map.of("07", operations(1, 0)), true, true, Map.of()));

        assertThat(outcome.pot(QueueOutcome.BLOCK_1).remaining()).isEqualTo(3);
        assertThat(outcome.pot(QueueOutcome.BLOCK_2).remaining()).isEqualTo(1000);
        assertThat(outcome.complete()).isFalse();
    }

    @Test
    void aRegionWithoutRequisitionTakesNoPart() {
        Map<String, Requisition> requisition = all(Requisition.IN_FORCE);
        requisition.remove("01");

        QueueOutcome outcome = SecondCalculator.compute(
                SMALL,
                new QueueYear(
                        requisition, Map.of("01", operations(9, 9), "03", operations(1, 1)), true, true, Map.of()));

        assertThat(outcome.total("01")).isZero();
        assertThat(outcome.pot(QueueOutcome.BLOCK_1).returned()).isEqualTo(4);
        assertThat(outcome.pot(HIP_REPLACEMENT).due()).containsOnlyKeys("03");
    }

    private static QueueOutcome small(
            Map<String, Map<String, Long>> operations, boolean requisitionsClosed, boolean deliveriesClosed) {
        return SecondCalculator.compute(
                SMALL,
                new QueueYear(all(Requisition.IN_FORCE), operations, requisitionsClosed, deliveriesClosed, Map.of()));
    }

    private static Map<String, Requisition> all(Requisition standing) {
        Map<String, Requisition> requisition = new TreeMap<>();
        for (String region : SMALL.regions()) {
            requisition.put(region, standing);
        }
        return requisition;
    }

    private static Map<String, Long> operations(long hipReplacements, long prolapses) {
        return Map.of(HIP_REPLACEMENT, hipReplacements, PROLAPSE, prolapses);
    }
}
