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
        BigInteger common = weights.stream().map(Fraction::denominator).reduce(BigInteger.ONE, LargestRemainder::lcm);
        return shareByWholeWeights(
                amount,
                weights.stream()
                        .map(weight -> weight.numerator().multiply(common.divide(weight.denominator())))
                        .toList());
    }

    /** As {@link #share}, with whole-number weights. */
    public static List<Long> shareByWhole(long amount, List<Long> weights) {
        return share(amount, weights.stream().map(Fraction::of).toList());
    }

    private static List<Long> shareByWholeWeights(long amount, List<BigInteger> weights) {
        BigInteger total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("no weight is above 0, so " + amount + " has no taker");
        }
        List<BigInteger[]> floorsAndRemainders = weights.stream()
                .map(weight -> BigInteger.valueOf(amount).multiply(weight).divideAndRemainder(total))
                .toList();
        List<Long> shares = new ArrayList<>(floorsAndRemainders.stream()
                .map(floorAndRemainder -> floorAndRemainder[0].longValueExact())
                .toList());
        long left = amount - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(
                                index -> floorsAndRemainders.get(index)[1])
                        .reversed())
                .limit(left)
                .forEach(index -> shares.set(index, shares.get(index) + 1));
        return List.copyOf(shares);
    }

    private static BigInteger lcm(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }
}
