package se.statsbidrag.secondcalculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.secondcalculator.QueueArrivals.Answer;
import se.statsbidrag.secondcalculator.QueueArrivals.Cell;
import se.statsbidrag.secondcalculator.QueueArrivals.Delivery;
import se.statsbidrag.secondcalculator.QueueArrivals.Scope;
import se.statsbidrag.secondcalculator.QueueArrivals.Submission;
import se.statsbidrag.secondcalculator.QueueYear.Requisition;

class QueueArrivalsTest {
    private static final LocalDate DEADLINE = LocalDate.parse("2025-06-02");
    private static final Instant IN_TIME = Instant.parse("2025-06-02T21:59:59Z");
    private static final Instant LATE = Instant.parse("2025-06-02T22:00:00Z");
    private static final YearMonth MARCH = YearMonth.of(2025, 3);

    @ParameterizedTest
    @CsvSource({
        "2025-06-02, 2025-06-02T21:59:59.999999Z, true",
        "2025-06-02, 2025-06-02T22:00:00Z, false",
        "2025-11-20, 2025-11-20T22:59:59.999999Z, true",
        "2025-11-20, 2025-11-20T23:00:00Z, false"
    })
    void aDeadlineDayCountsToItsEndInSwedishTime(LocalDate deadline, Instant receivedAt, boolean inTime) {
        assertThat(QueueArrivals.inTime(receivedAt, deadline)).isEqualTo(inTime);
    }

    @Test
    void aLateChangeNeverDisplacesWhatIsInForce() {
        assertThat(standing(
                        new Submission(IN_TIME, Answer.APPROVED, false), new Submission(LATE, Answer.WAITING, false)))
                .isEqualTo(Map.of("10", Requisition.IN_FORCE));
    }

    @Test
    void aCompletionOfAnAdmittedOneCounts() {
        assertThat(standing(
                        new Submission(LATE, Answer.RETURNED, false, true, 0, true),
                        new Submission(LATE, Answer.APPROVED, true)))
                .isEqualTo(Map.of("10", Requisition.IN_FORCE));
    }

    @Test
    void aLateOneThatWasAdmittedCounts() {
        assertThat(standing(
                        new Submission(IN_TIME, Answer.REJECTED, false),
                        new Submission(LATE, Answer.APPROVED, false, true, 0, true)))
                .isEqualTo(Map.of("10", Requisition.IN_FORCE));
    }

    @Test
    void aChangeInTimeDisplacesAnApprovedRequisitionAtOnce() {
        assertThat(standing(
                        new Submission(IN_TIME, Answer.APPROVED, false),
                        new Submission(IN_TIME, Answer.WAITING, false)))
                .isEqualTo(Map.of("10", Requisition.UNDECIDED));
    }

    @Test
    void aCompletionKeepsTheArrivalTimeOfWhatItCompletes() {
        assertThat(standing(
                        new Submission(IN_TIME, Answer.RETURNED, false), new Submission(LATE, Answer.APPROVED, true)))
                .isEqualTo(Map.of("10", Requisition.IN_FORCE));
    }

    @Test
    void whatIsLateRejectedOrWithdrawnIsNone() {
        assertThat(standing(new Submission(LATE, Answer.APPROVED, false))).isEmpty();
        assertThat(standing(new Submission(IN_TIME, Answer.REJECTED, false))).isEmpty();
        assertThat(standing(
                        new Submission(IN_TIME, Answer.APPROVED, false),
                        new Submission(IN_TIME, Answer.WITHDRAWN, false)))
                .isEmpty();
    }

    @Test
    void aLaterDeliveryReplacesTheMonthUnlessItCameAfterTheCutOff() {
        Delivery first = delivery("patientregistret", IN_TIME, 1);
        Delivery second = delivery("patientregistret", IN_TIME, 2);
        Delivery third = delivery("patientregistret", LATE, 4);

        assertThat(cataracts(List.of(first, second, third), List.of())).isEqualTo(2);
    }

    @Test
    void onlyTheReporterThatAnswersForARegionAndMonthCounts() {
        List<Delivery> deliveries =
                List.of(delivery("patientregistret", IN_TIME, 1), delivery("region-23", IN_TIME, 10));

        assertThat(cataracts(deliveries, List.of())).isEqualTo(1);
        assertThat(cataracts(deliveries, List.of(scope(MARCH, IN_TIME)))).isEqualTo(10);
        assertThat(cataracts(deliveries, List.of(scope(MARCH.plusMonths(1), IN_TIME))))
                .isEqualTo(1);
        assertThat(cataracts(deliveries, List.of(scope(MARCH, LATE))))
                .as("a scope after the cut-off moves no money")
                .isEqualTo(1);
    }

    private static Map<String, Requisition> standing(Submission... submissions) {
        return QueueArrivals.requisitions(Map.of("10", List.of(submissions)), DEADLINE);
    }

    private static Delivery delivery(String reporter, Instant receivedAt, long count) {
        return new Delivery(reporter, MARCH, receivedAt, List.of(new Cell("01", "23", "CATARACT", count)));
    }

    private static Scope scope(YearMonth from, Instant inForceAt) {
        return new Scope("region-23", Set.of("23"), from, inForceAt);
    }

    private static long cataracts(List<Delivery> deliveries, List<Scope> scopes) {
        return QueueArrivals.operations(deliveries, scopes, "patientregistret", DEADLINE, MARCH, MARCH)
                .getOrDefault("01", Map.of())
                .getOrDefault("CATARACT", 0L);
    }
}
