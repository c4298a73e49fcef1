package se.statsbidrag.rules.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.statsbidrag.rules.money.Fraction;

/**
 * The few with most operations per inhabitant (R-K8, S2025/00401 annex 1, block 2). Compared exactly (I-K2); one without
 * operations is never among them, and where fewer qualify, those few share (I-K3); an exact tie for the last place is an
 * outcome of its own (I-K4). Candidates go by their position in the list, recipient codes ascending.
 *
 * @param certain positions of those that have a place whatever becomes of a tie, ascending
 * @param tied positions of those that tie for the places left, ascending; empty when none do
 * @param placesLeft how many of the tied get a place; 0 without a tie
 * @param provisional those of the tied that the plan uses until an officer chooses: the greater weight, then the earlier
 *     position; ascending
 */
public record TopRanking(List<Integer> certain, List<Integer> tied, int placesLeft, List<Integer> provisional) {

    /**
     * One that may get a place.
     *
     * @param count operations in the period
     * @param population inhabitants, above 0
     * @param weight whole number, decides a tie provisionally
     */
    public record Candidate(long count, long population, long weight) {
        Fraction perInhabitant() {
            return Fraction.of(count, population);
        }
    }

    /** @param places how many get a place at most, at least 1 */
    public static TopRanking of(List<Candidate> candidates, int places) {
        List<Fraction> ratios =
                candidates.stream().map(Candidate::perInhabitant).toList();
        List<Integer> ranked = IntStream.range(0, candidates.size())
                .boxed()
                .filter(position -> candidates.get(position).count() > 0)
                .sorted(Comparator.<Integer, Fraction>comparing(ratios::get).reversed())
                .toList();
        if (ranked.size() <= places) {
            return new TopRanking(ranked.stream().sorted().toList(), List.of(), 0, List.of());
        }
        Fraction last = ratios.get(ranked.get(places - 1));
        List<Integer> tied = ranked.stream()
                .filter(position -> ratios.get(position).equals(last))
                .sorted()
                .toList();
        List<Integer> certain = ranked.stream()
                .filter(position -> ratios.get(position).compareTo(last) > 0)
                .sorted()
                .toList();
        int left = places - certain.size();
        if (tied.size() == left) {
            return new TopRanking(
                    Stream.concat(certain.stream(), tied.stream()).sorted().toList(), List.of(), 0, List.of());
        }
        List<Integer> provisional = tied.stream()
                .sorted(Comparator.comparing(
                                (Integer position) -> candidates.get(position).weight())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .sorted()
                .toList();
        return new TopRanking(certain, tied, left, provisional);
    }

    public boolean isTie() {
        return !tied.isEmpty();
    }

    /** All that get a place when these of the tied do, ascending. */
    public List<Integer> placed(List<Integer> chosen) {
        return Stream.concat(certain.stream(), chosen.stream()).sorted().toList();
    }
}
