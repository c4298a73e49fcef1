package se.statsbidrag.rules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static se.statsbidrag.rules.GrantYear.CATARACT;
import static se.statsbidrag.rules.GrantYear.FEBRUARY;
import static se.statsbidrag.rules.GrantYear.HIP;
import static se.statsbidrag.rules.GrantYear.REGISTER;
import static se.statsbidrag.rules.GrantYear.cell;
import static se.statsbidrag.rules.GrantYear.noon;
import static se.statsbidrag.rules.GrantYear.region;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.ReporterId;

class OperationCountsTest {
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final Period PERIOD = new Period(FEBRUARY, YearMonth.of(2025, 10), "test");
    private static final ReporterId INTERMEDIARY = new ReporterId("mellanhand");

    @Test
    void operations_are_credited_to_the_home_region_wherever_and_by_whomever_they_were_performed() {
        GrantYear year = new GrantYear()
                .delivers(
                        FEBRUARY,
                        cell("23", "23", Provider.PUBLIC, HIP, 1),
                        cell("23", "24", Provider.PUBLIC, HIP, 2),
                        cell("23", "24", Provider.PRIVATE, HIP, 4),
                        cell("24", "23", Provider.PUBLIC, HIP, 8))
                .delivers(MARCH, cell("23", HIP, 16), cell("23", CATARACT, 32));

        assertThat(count(year, "23")).isEqualTo(23);
        assertThat(count(year, "24")).isEqualTo(8);
        assertThat(count(year, "25")).isZero();
    }

    @Test
    void only_the_months_of_the_period_count() {
        GrantYear year = new GrantYear()
                .delivers(YearMonth.of(2025, 1), cell("23", HIP, 1))
                .delivers(YearMonth.of(2024, 5), cell("23", HIP, 2))
                .delivers(YearMonth.of(2025, 10), cell("23", HIP, 4))
                .delivers(YearMonth.of(2025, 11), cell("23", HIP, 8));

        assertThat(count(year, "23")).isEqualTo(4);
    }

    @Test
    void a_later_delivery_replaces_the_month_as_a_whole() {
        GrantYear year = new GrantYear()
                .delivers(FEBRUARY, cell("23", HIP, 1), cell("24", HIP, 2))
                .delivers(FEBRUARY, cell("24", HIP, 4));

        assertThat(count(year, "23")).isZero();
        assertThat(count(year, "24")).isEqualTo(4);
    }

    @Test
    void a_delivery_at_or_after_the_end_of_the_cut_off_moves_no_money() {
        var end = DeadlineDay.endOf(GrantYear.CUT_OFF_DAY);
        GrantYear year = new GrantYear()
                .delivers(REGISTER, FEBRUARY, end.minusNanos(1), cell("23", HIP, 1))
                .delivers(REGISTER, FEBRUARY, end, cell("23", HIP, 2))
                .delivers(REGISTER, MARCH, end, cell("23", HIP, 4));

        assertThat(count(year, "23")).isEqualTo(1);
    }

    @Test
    void a_reporter_counts_only_for_the_regions_and_months_that_it_answers_for() {
        GrantYear year = new GrantYear()
                .answersFor("mellanhand", MARCH, noon("2025-04-01"), "24")
                .delivers(FEBRUARY, performedIn("24", 1), performedIn("25", 2))
                .delivers(MARCH, performedIn("24", 4), performedIn("25", 8))
                .delivers(INTERMEDIARY, FEBRUARY, noon("2025-04-01"), performedIn("24", 16))
                .delivers(INTERMEDIARY, MARCH, noon("2025-04-02"), performedIn("24", 32), performedIn("25", 64));

        assertThat(count(year, "23")).isEqualTo(1 + 2 + 8 + 32);
    }

    @Test
    void a_later_scope_of_a_reporter_replaces_its_earlier_one_as_a_whole() {
        GrantYear year = new GrantYear()
                .answersFor("mellanhand", FEBRUARY, noon("2025-03-01"), "24")
                .answersFor("mellanhand", MARCH, noon("2025-05-01"), "25")
                .delivers(FEBRUARY, performedIn("24", 1))
                .delivers(MARCH, performedIn("24", 2), performedIn("25", 4))
                .delivers(INTERMEDIARY, FEBRUARY, noon("2025-03-05"), performedIn("24", 8))
                .delivers(INTERMEDIARY, MARCH, noon("2025-05-05"), performedIn("24", 16), performedIn("25", 32));

        assertThat(count(year, "23")).isEqualTo(1 + 2 + 32);
    }

    @Test
    void where_two_reporters_name_a_region_the_scope_that_came_into_force_last_answers() {
        GrantYear year = new GrantYear()
                .answersFor("mellanhand", FEBRUARY, noon("2025-03-01"), "24")
                .answersFor("region-24", FEBRUARY, noon("2025-03-02"), "24")
                .delivers(INTERMEDIARY, FEBRUARY, noon("2025-03-05"), performedIn("24", 1))
                .delivers(new ReporterId("region-24"), FEBRUARY, noon("2025-03-05"), performedIn("24", 2));

        assertThat(count(year, "23")).isEqualTo(2);
    }

    @Test
    void a_scope_put_in_force_after_the_cut_off_moves_no_money() {
        GrantYear year = new GrantYear()
                .answersFor("mellanhand", FEBRUARY, DeadlineDay.endOf(GrantYear.CUT_OFF_DAY), "24")
                .delivers(FEBRUARY, performedIn("24", 1))
                .delivers(INTERMEDIARY, FEBRUARY, noon("2025-03-05"), performedIn("24", 2));

        assertThat(count(year, "23")).isEqualTo(1);
    }

    private static OperationCell performedIn(String region, int count) {
        return cell("23", region, Provider.PUBLIC, HIP, count);
    }

    private static long count(GrantYear year, String home) {
        return OperationCounts.of(year.facts(), PERIOD, DeadlineDay.endOf(GrantYear.CUT_OFF_DAY))
                .count(region(home), HIP);
    }
}
