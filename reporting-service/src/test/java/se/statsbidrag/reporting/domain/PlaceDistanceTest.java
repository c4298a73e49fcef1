package se.statsbidrag.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.money.Fraction;

class PlaceDistanceTest {
    /** The fifth has 50 operations on 1,000 inhabitants. */
    private static final Fraction FIFTH = Fraction.of(50, 1_000);

    @Test
    void the_sixth_must_do_one_more_than_would_make_it_level_with_the_fifth() {
        assertThat(PlaceDistance.toPass(40, 1_000, FIFTH)).isEqualTo(11);
    }

    @Test
    void where_no_number_makes_it_level_the_next_whole_operation_is_enough() {
        // 50 in 1,000 are 49.95 in 999.
        assertThat(PlaceDistance.toPass(49, 999, FIFTH)).isEqualTo(1);
        assertThat(PlaceDistance.toPass(48, 999, FIFTH)).isEqualTo(2);
    }

    @Test
    void one_that_ties_for_the_place_needs_a_single_operation_more() {
        assertThat(PlaceDistance.toPass(100, 2_000, FIFTH)).isEqualTo(1);
    }

    @Test
    void the_fifth_can_spare_what_keeps_it_ahead_of_the_sixth() {
        assertThat(PlaceDistance.toSpare(50, 1_000, Fraction.of(40, 1_000))).isEqualTo(9);
        assertThat(PlaceDistance.toSpare(41, 1_000, Fraction.of(40, 1_000))).isZero();
        assertThat(PlaceDistance.toSpare(40, 1_000, Fraction.of(40, 1_000))).isZero();
    }
}
