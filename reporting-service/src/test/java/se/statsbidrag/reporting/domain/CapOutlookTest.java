package se.statsbidrag.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.money.Fraction;
import se.statsbidrag.rules.programme.Period;

class CapOutlookTest {
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
    private static final YearMonth OCTOBER = YearMonth.of(2025, 10);
    private static final Period PERIOD = new Period(FEBRUARY, OCTOBER, "a decision");

    /** What the months from February on gave. */
    private static SortedMap<YearMonth, Long> gave(long... kronor) {
        SortedMap<YearMonth, Long> earned = new TreeMap<>();
        for (int i = 0; i < kronor.length; i++) {
            earned.put(FEBRUARY.plusMonths(i), kronor[i]);
        }
        return earned;
    }

    private static CapOutlook outlook(long cap, long... kronor) {
        return CapOutlook.of(cap, PERIOD, gave(kronor));
    }

    @Test
    void the_cap_was_reached_in_the_month_whose_operations_made_it_full() {
        assertThat(outlook(900, 400, 500, 300)).isEqualTo(new CapOutlook.Reached(YearMonth.of(2025, 3)));
    }

    @Test
    void one_krona_below_the_cap_is_not_reached() {
        assertThat(outlook(901, 400, 500)).isEqualTo(new CapOutlook.Expected(YearMonth.of(2025, 4)));
    }

    @Test
    void at_todays_pace_the_cap_is_reached_exactly_in_the_last_month_of_the_period() {
        assertThat(outlook(900, 100)).isEqualTo(new CapOutlook.Expected(OCTOBER));
    }

    @Test
    void at_todays_pace_the_cap_is_not_reached_within_the_period_and_a_krona_is_missing() {
        assertThat(outlook(901, 100)).isEqualTo(new CapOutlook.NotWithinPeriod(1));
    }

    @Test
    void a_pace_that_is_no_whole_number_of_kronor_is_never_rounded_on_the_way() {
        // 100 kronor in three months are 300 in nine; a pace rounded down to 33 would give 298.
        assertThat(outlook(300, 33, 33, 34)).isEqualTo(new CapOutlook.Expected(OCTOBER));
        assertThat(CapOutlook.pace(gave(33, 33, 34))).isEqualTo(Fraction.of(100, 3));
        assertThat(outlook(301, 33, 33, 34)).isEqualTo(new CapOutlook.NotWithinPeriod(1));
    }

    @Test
    void a_month_that_is_missing_between_others_is_taken_to_be_as_they_are() {
        SortedMap<YearMonth, Long> withoutMarch = gave(100, 0, 100);
        withoutMarch.remove(YearMonth.of(2025, 3));

        assertThat(CapOutlook.of(300, PERIOD, withoutMarch)).isEqualTo(new CapOutlook.Expected(YearMonth.of(2025, 4)));
    }

    @Test
    void without_any_month_there_is_no_pace() {
        assertThat(outlook(900)).isEqualTo(new CapOutlook.NothingCounted());
        assertThat(CapOutlook.pace(gave())).isEqualTo(Fraction.ZERO);
    }

    @Test
    void without_operations_the_cap_is_never_reached() {
        assertThat(outlook(900, 0, 0)).isEqualTo(new CapOutlook.NotWithinPeriod(900));
    }
}
