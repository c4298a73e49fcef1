package se.statsbidrag.rules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopRankingTest {
    /** Candidates are count/population/weight. */
    @ParameterizedTest(name = "{0} for {1} places")
    @CsvSource(delimiter = '|', textBlock = """
        1/10/5 2/10/5 3/10/5               | 2 | 1 2   | ''    | 0 | ''
        1/10/5 2/20/5 3/10/5               | 2 | 2     | 0 1   | 1 | 0
        1/10/5 2/20/6 3/10/5               | 2 | 2     | 0 1   | 1 | 1
        1/3/1 333333333/1000000000/9 1/9/1 | 1 | 0     | ''    | 0 | ''
        1/10/5 2/20/5                      | 2 | 0 1   | ''    | 0 | ''
        1/10/5                             | 5 | 0     | ''    | 0 | ''
        0/10/5 1/10/5 0/10/5               | 2 | 1     | ''    | 0 | ''
        0/10/5 0/10/5                      | 1 | ''    | ''    | 0 | ''
        ''                                 | 5 | ''    | ''    | 0 | ''
        1/10/1 1/10/2 1/10/3 1/10/4        | 2 | ''    | 0 1 2 3 | 2 | 2 3
        5/10/1 1/10/2 1/10/2 1/10/2        | 3 | 0     | 1 2 3 | 2 | 1 2
        1/10/1 1/10/2 1/10/3               | 3 | 0 1 2 | ''    | 0 | ''
        """)
    void those_with_most_per_inhabitant_get_the_places_and_an_exact_tie_for_the_last_is_said(
            String candidates, int places, String certain, String tied, int left, String provisional) {
        assertThat(TopRanking.of(candidates(candidates), places))
                .isEqualTo(new TopRanking(numbers(certain), numbers(tied), left, numbers(provisional)));
    }

    private static List<TopRanking.Candidate> candidates(String text) {
        return words(text)
                .map(word ->
                        Arrays.stream(word.split("/", -1)).map(Long::valueOf).toList())
                .map(parts -> new TopRanking.Candidate(parts.get(0), parts.get(1), parts.get(2)))
                .toList();
    }

    private static List<Integer> numbers(String text) {
        return words(text).map(Integer::valueOf).toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
