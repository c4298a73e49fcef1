package se.statsbidrag.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.reporting.domain.DataQuality.Arrival;
import se.statsbidrag.reporting.domain.DataQuality.Comparison;
import se.statsbidrag.reporting.domain.DataQuality.Month;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

class DataQualityTest {
    private static final RecipientCode JAMTLAND = new RecipientCode("23");
    private static final RecipientCode STOCKHOLM = new RecipientCode("01");
    private static final Procedure HIP = new Procedure("HIP_REPLACEMENT");
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final LocalDate DUE = LocalDate.of(2025, 4, 20);

    private static Delivery delivery(String reporter, YearMonth month, int revision, String receivedAt, int count) {
        return new Delivery(
                new ReporterId(reporter),
                month,
                revision,
                Instant.parse(receivedAt),
                List.of(new OperationCell(STOCKHOLM, JAMTLAND, Provider.PUBLIC, HIP, count)),
                new EventReference("operations", revision));
    }

    private static Month march(ReporterScopes scopes, String now, Delivery... deliveries) {
        SortedMap<YearMonth, LocalDate> due = new TreeMap<>();
        due.put(MARCH, DUE);
        return new DataQuality(scopes, List.of(deliveries), List.of(HIP), Instant.parse(now))
                .of(JAMTLAND, due)
                .getFirst();
    }

    private static Month march(String now, Delivery... deliveries) {
        return march(ReporterScopes.none(TestRules.REGISTER), now, deliveries);
    }

    @Test
    void a_month_is_missing_once_its_due_day_has_ended_in_sweden_and_not_before() {
        assertThat(march("2025-04-20T21:59:59Z").arrival()).isEqualTo(Arrival.NOT_YET_DUE);
        assertThat(march("2025-04-20T22:00:00Z").arrival()).isEqualTo(Arrival.MISSING);
        assertThat(march("2025-04-20T22:00:00Z").comparisons()).isEmpty();
    }

    @Test
    void the_first_revision_says_whether_a_month_came_in_time_whenever_it_was_put_right() {
        assertThat(march(
                                "2025-06-01T00:00:00Z",
                                delivery("patientregistret", MARCH, 2, "2025-05-20T10:00:00Z", 5),
                                delivery("patientregistret", MARCH, 1, "2025-04-20T21:59:59Z", 4))
                        .arrival())
                .isEqualTo(Arrival.IN_TIME);
        assertThat(march("2025-06-01T00:00:00Z", delivery("patientregistret", MARCH, 1, "2025-04-20T22:00:00Z", 4))
                        .arrival())
                .isEqualTo(Arrival.LATE);
    }

    @Test
    void only_what_the_reporter_that_answers_for_the_region_delivers_is_its_month() {
        Month month = march(
                TestRules.SCOPES,
                "2025-06-01T00:00:00Z",
                delivery("patientregistret", MARCH, 1, "2025-04-10T10:00:00Z", 4));

        assertThat(month.reporter()).isEqualTo(new ReporterId("region-jh"));
        assertThat(month.arrival()).isEqualTo(Arrival.MISSING);
    }

    @Test
    void the_latest_revision_is_compared_with_the_latest_of_the_same_month_last_year() {
        Month month = march(
                "2025-06-01T00:00:00Z",
                delivery("patientregistret", MARCH, 1, "2025-04-10T10:00:00Z", 4),
                delivery("patientregistret", MARCH, 2, "2025-04-11T10:00:00Z", 140),
                delivery("patientregistret", MARCH.minusYears(1), 1, "2025-01-11T10:00:00Z", 100));

        assertThat(month.comparisons()).containsExactly(new Comparison(HIP, 140, 100L));
        assertThat(month.outOfLine()).isTrue();
    }

    @Test
    void without_last_years_month_nothing_is_out_of_line() {
        assertThat(march("2025-06-01T00:00:00Z", delivery("patientregistret", MARCH, 1, "2025-04-10T10:00:00Z", 4000))
                        .outOfLine())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "130, 100, false", // just 30 percent
        "131, 100, true",
        "70, 100, false",
        "69, 100, true",
        "29, 10, false", // 19 operations
        "30, 10, true",
        "0, 20, true",
        "20, 0, true",
        "19, 0, false"
    })
    void out_of_line_is_more_than_thirty_percent_and_at_least_twenty_operations(
            long count, long lastYear, boolean outOfLine) {
        assertThat(new Comparison(HIP, count, lastYear).outOfLine()).isEqualTo(outOfLine);
    }
}
