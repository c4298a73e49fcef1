package se.statsbidrag.rules.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTest {
    @ParameterizedTest(name = "{0} by {1} gives {2}")
    @CsvSource({
        "10, 1 1 1, 4 3 3",
        "11, 1 1 1, 4 4 3",
        "100, 65 23 12, 65 23 12",
        "1, 1 1, 1 0",
        "7, 1 2 4, 1 2 4",
        "10, 1 2 4, 1 3 6",
        "5, 0 1 0, 0 5 0",
        "0, 3 4, 0 0",
        "3, 5 5 90, 0 0 3",
        "497000000, 1, 497000000",
        "999999999999, 1 1 1000000000000, 1 1 999999999997"
    })
    void shares_are_floored_and_the_kronor_left_go_to_the_largest_fractions_first_listed_first(
            long amount, String weights, String shares) {
        assertThat(LargestRemainder.shareByWhole(amount, numbers(weights))).isEqualTo(numbers(shares));
    }

    @Test
    void a_hundred_million_among_21_leaves_16_kronor_for_the_first() {
        List<Long> shares = LargestRemainder.shareByWhole(100_000_000, Collections.nCopies(21, 1L));

        assertThat(shares.subList(0, 16)).containsOnly(4_761_905L);
        assertThat(shares.subList(16, 21)).containsOnly(4_761_904L);
    }

    @Test
    void weights_may_be_fractions() {
        assertThat(LargestRemainder.share(10, List.of(Fraction.of(1, 2), Fraction.of(1, 3), Fraction.of(1, 6))))
                .containsExactly(5L, 3L, 2L);
    }

    @Test
    void what_cannot_be_shared_is_refused() {
        assertThatThrownBy(() -> LargestRemainder.shareByWhole(1, List.of(0L, 0L)))
                .hasMessageContaining("no taker");
        assertThatThrownBy(() -> LargestRemainder.shareByWhole(1, List.of())).hasMessageContaining("no taker");
        assertThatThrownBy(() -> LargestRemainder.shareByWhole(-1, List.of(1L))).hasMessageContaining("negative");
        assertThatThrownBy(() -> LargestRemainder.shareByWhole(1, List.of(2L, -1L)))
                .hasMessageContaining("negative");
    }

    @Test
    void shares_sum_to_the_amount_and_are_less_than_a_krona_from_exact() {
        long seed = 20_250_602;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            long amount = random.nextLong(1_000_000_000_000L);
            List<Long> weights = IntStream.rangeClosed(0, random.nextInt(30))
                    .mapToObj(_ -> random.nextLong(100_000_000L))
                    .toList();
            long total = weights.stream().mapToLong(Long::longValue).sum();
            if (total == 0) {
                continue;
            }
            List<Long> shares = LargestRemainder.shareByWhole(amount, weights);

            assertThat(shares.stream().mapToLong(Long::longValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(amount);
            for (int index = 0; index < weights.size(); index++) {
                Fraction exact = Fraction.of(amount).times(Fraction.of(weights.get(index), total));
                Fraction off = Fraction.of(shares.get(index)).minus(exact);
                assertThat(off).as("seed %d", seed).isBetween(Fraction.of(-1), Fraction.of(1));
            }
        }
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }
}
