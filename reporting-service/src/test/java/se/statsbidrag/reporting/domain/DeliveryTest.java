package se.statsbidrag.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.reporting.domain.Delivery.Decision;
import se.statsbidrag.reporting.domain.Delivery.Difference;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

class DeliveryTest {
    private static final DeliveryKey MARCH =
            new DeliveryKey(new ReporterId("patientregistret"), YearMonth.parse("2025-03"));
    private static final Instant APRIL = Instant.parse("2025-04-10T10:00:00Z");
    private static final IntakeRules RULES = TestRules.RULES;

    private static OperationCell cell(String home, String in, int count) {
        return new OperationCell(
                new RecipientCode(home), new RecipientCode(in), Provider.PUBLIC, new Procedure("CATARACT"), count);
    }

    private static Delivery after(Delivery delivery, List<OperationCell> cells, Instant receivedAt) {
        return switch (delivery.decide(cells, receivedAt, RULES)) {
            case Decision.Unchanged unchanged -> delivery;
            case Decision.Recorded recorded ->
                delivery.evolve(new Revision(
                        recorded.event(),
                        receivedAt,
                        new EventReference("operations", delivery.revisions().size() + 1L)));
        };
    }

    @Test
    void theFirstDeliveryOfAMonthIsRevisionOneEvenWithoutCells() {
        Decision decision = Delivery.none(MARCH).decide(List.of(), APRIL, RULES);

        assertThat(decision).isInstanceOfSatisfying(Decision.Recorded.class, recorded -> {
            assertThat(recorded.event().revision()).isEqualTo(1);
            assertThat(recorded.status()).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(recorded.difference()).isEqualTo(Difference.NONE);
        });
    }

    @Test
    void aDeliveryReplacesTheOneBeforeItAsAWhole() {
        Delivery first = after(Delivery.none(MARCH), List.of(cell("01", "01", 5), cell("14", "14", 6)), APRIL);

        Decision decision = first.decide(List.of(cell("14", "14", 7), cell("24", "14", 1)), APRIL, RULES);

        assertThat(decision).isInstanceOfSatisfying(Decision.Recorded.class, recorded -> {
            assertThat(recorded.event().revision()).isEqualTo(2);
            assertThat(recorded.event().cells()).containsExactly(cell("14", "14", 7), cell("24", "14", 1));
            assertThat(recorded.difference()).isEqualTo(new Difference(1, 1, 1));
        });
    }

    @Test
    void theSameDeliveryTwiceChangesNothingInWhateverOrderAndWithZerosOrWithout() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<OperationCell> cells = new ArrayList<>();
        for (String home : List.of("01", "14", "23", "24")) {
            for (String in : List.of("01", "14", "24")) {
                cells.add(cell(home, in, random.nextInt(3)));
            }
        }
        Delivery first = after(Delivery.none(MARCH), cells, APRIL);
        List<OperationCell> again = new ArrayList<>(cells);
        Collections.shuffle(again, random);
        again.removeIf(cell -> cell.count() == 0 && random.nextBoolean());

        assertThat(first.decide(again, APRIL.plusSeconds(60), RULES))
                .as("seed " + seed)
                .isInstanceOfSatisfying(
                        Decision.Unchanged.class,
                        unchanged -> assertThat(unchanged.inForce())
                                .isEqualTo(first.inForce().orElseThrow()));
    }

    @ParameterizedTest(name = "received {0} with cut-off {1}: {2}")
    @CsvSource({
        "2025-11-20T23:59:59.999999+01:00, 2025-11-20, ACCEPTED",
        "2025-11-21T00:00:00+01:00, 2025-11-20, LATE",
        "2025-11-21T00:00:00+01:00, 2025-11-30, ACCEPTED",
        "2025-11-20T23:00:00Z, 2025-11-20, LATE"
    })
    void lateIsAfterTheEndOfTheCutOffDayInForce(String receivedAt, LocalDate dueDate, DeliveryStatus status) {
        Decision decision = Delivery.none(MARCH)
                .decide(
                        List.of(cell("01", "01", 1)),
                        OffsetDateTime.parse(receivedAt).toInstant(),
                        withCutOffs(cutOff("a-grant", "2025-02", dueDate)));

        assertThat(((Decision.Recorded) decision).status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} is late for {1}")
    @CsvSource({"2025-01, ''", "2025-02, early-grant", "2025-03, early-grant later-grant", "2024-03, ''"})
    void aDeliveryIsLateForTheProgrammesWhosePeriodHoldsItsMonth(YearMonth month, String late) {
        IntakeRules rules = withCutOffs(
                cutOff("early-grant", "2025-02", LocalDate.parse("2025-04-01")),
                cutOff("later-grant", "2025-03", LocalDate.parse("2025-04-02")),
                cutOff("last-grant", "2025-03", LocalDate.parse("2025-12-31")));

        assertThat(String.join(
                        " ",
                        rules.lateFor(month, APRIL).stream()
                                .map(ProgrammeId::value)
                                .toList()))
                .isEqualTo(late);
    }

    @Test
    void aLateRevisionCountsInStatisticsWhileTheOneInTimeMovesTheMoney() {
        Delivery delivery = after(Delivery.none(MARCH), List.of(cell("01", "01", 5)), APRIL);
        delivery = after(delivery, List.of(cell("01", "01", 6)), Instant.parse("2025-11-20T22:00:00Z"));
        delivery = after(delivery, List.of(cell("01", "01", 9)), Instant.parse("2025-11-21T10:00:00Z"));

        assertThat(delivery.inForce().orElseThrow().delivered().revision()).isEqualTo(3);
        assertThat(delivery.inForceForMoney(delivery.revision(1).orElseThrow(), RULES))
                .isEmpty();
        assertThat(delivery.inForceForMoney(delivery.revision(2).orElseThrow(), RULES))
                .containsExactly(new ProgrammeId("a-grant"));
        assertThat(delivery.inForceForMoney(delivery.revision(3).orElseThrow(), RULES))
                .isEmpty();
        assertThat(delivery.differenceOf(delivery.revision(3).orElseThrow())).isEqualTo(new Difference(0, 1, 0));
    }

    @Test
    void anAdmittedRevisionMovesTheMoneyOfThatProgrammeAsIfItHadComeInTime() {
        Delivery inTime = after(Delivery.none(MARCH), List.of(cell("01", "01", 5)), APRIL);
        Delivery late = after(inTime, List.of(cell("01", "01", 9)), Instant.parse("2025-11-21T10:00:00Z"));
        Delivery delivery =
                new Delivery(MARCH, late.revisions(), Set.of(new Delivery.Admission(new ProgrammeId("a-grant"), 2)));

        assertThat(delivery.lateFor(delivery.revision(2).orElseThrow(), RULES)).isEmpty();
        assertThat(delivery.inForceForMoney(delivery.revision(2).orElseThrow(), RULES))
                .containsExactly(new ProgrammeId("a-grant"));
        assertThat(delivery.inForceForMoney(delivery.revision(1).orElseThrow(), RULES))
                .isEmpty();
    }

    private static IntakeRules withCutOffs(CutOff... cutOffs) {
        return new IntakeRules(
                new TreeSet<>(Stream.of("01").map(RecipientCode::new).toList()),
                new TreeSet<>(List.of(new Procedure("CATARACT"))),
                List.of(cutOffs),
                TestRules.REGISTER);
    }

    private static CutOff cutOff(String programme, String from, LocalDate dueDate) {
        return new CutOff(
                new ProgrammeId(programme),
                new DeadlineId("cut-off"),
                YearMonth.parse(from),
                YearMonth.parse("2025-10"),
                dueDate);
    }
}
