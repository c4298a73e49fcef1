package se.statsbidrag.rules.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {
    @ParameterizedTest
    @CsvSource({"6, 4, 3/2", "-6, 4, -3/2", "6, -4, -3/2", "-6, -4, 3/2", "0, -7, 0", "8, 4, 2"})
    void a_fraction_is_kept_in_lowest_terms_with_its_sign_above(long numerator, long denominator, String written) {
        assertThat(Fraction.of(numerator, denominator)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"7, 2, 3, 1/2", "-7, 2, -4, 1/2", "6, 3, 2, 0", "-6, 3, -2, 0", "0, 5, 0, 0"})
    void the_floor_is_never_above_and_the_fractional_part_is_what_is_left(
            long numerator, long denominator, long floor, String rest) {
        Fraction fraction = Fraction.of(numerator, denominator);

        assertThat(fraction.floor()).isEqualTo(floor);
        assertThat(fraction.fractionalPart()).hasToString(rest);
    }

    @Test
    void a_denominator_or_divisor_of_0_is_refused() {
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(1).dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void arithmetic_is_exact_and_comparison_agrees_with_it() {
        long seed = 4711;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            Fraction one = random(random);
            Fraction other = random(random);

            assertThat(one.plus(other).minus(other)).as("seed %d", seed).isEqualTo(one);
            assertThat(one.compareTo(other))
                    .as("seed %d: %s and %s", seed, one, other)
                    .isEqualTo(one.minus(other).signum());
            if (other.signum() != 0) {
                assertThat(one.dividedBy(other).times(other))
                        .as("seed %d", seed)
                        .isEqualTo(one);
            }
            assertThat(new Fraction(one.floor(), BigInteger.ONE).plus(one.fractionalPart()))
                    .isEqualTo(one);
        }
    }

    private static Fraction random(Random random) {
        return Fraction.of(random.nextLong(), 1 + random.nextLong(1_000_000_000_000L));
    }
}
