package se.statsbidrag.rules.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides whole kronor by largest remainder: floor each share, then one krona each to the largest fractional parts; among
 * equal fractions the one that stands first gets it (domain: Rounding and money).
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * @param amount kronor, 0 or more
     * @param weights at least one, none negative, in the order that decides between equal fractions: recipients by code
     *     ascending, parts of a pot as the source lists them
     * @return the shares in the same order; they sum to the amount exactly
     * @throws IllegalArgumentException when the amount or a weight is negative, or no weight is above 0
     */
    public static List<Long> share(long amount, List<Fraction> weights) {
        if (amount < 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException(
                    "neither amount nor weights may be negative: " + amount + ", " + weights);
        }
        Fraction total = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("no weight is above 0, so " + amount + " has no taker");
        }
        Fraction perWeight = Fraction.of(amount).dividedBy(total);
        List<Fraction> exact = weights.stream().map(perWeight::times).toList();
        List<Long> shares = new ArrayList<>(exact.stream()
                .map(Fraction::floor)
                .map(BigInteger::longValueExact)
                .toList());
        long left = amount - shares.stream().mapToLong(Long::longValue).sum();
        Comparator<Integer> largestFirst = Comparator.<Integer, Fraction>comparing(
                        index -> exact.get(index).fractionalPart())
                .reversed();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(largestFirst)
                .limit(left)
                .forEach(index -> shares.set(index, shares.get(index) + 1));
        return List.copyOf(shares);
    }

    /** As {@link #share}, with whole-number weights. */
    public static List<Long> shareByWhole(long amount, List<Long> weights) {
        return share(amount, weights.stream().map(Fraction::of).toList());
    }
}
