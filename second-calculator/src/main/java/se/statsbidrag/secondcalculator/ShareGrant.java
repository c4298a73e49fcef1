package se.statsbidrag.secondcalculator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A grant whose recipients requisition up to a share worked out beforehand (R-T1, R-G1 to R-G4).
 *
 * @param pots in the order that the source lists them
 */
public record ShareGrant(List<Pot> pots) {

    /**
     * @param amount kronor; the sum of the shares
     * @param shares kronor by recipient code; a recipient without a share is not named, nor in the pot (I-R2)
     */
    public record Pot(String name, long amount, SortedMap<String, Long> shares) {

        /** Divided by weight, such as the number of inhabitants. */
        public static Pot weighted(String name, long amount, Map<String, Long> weights) {
            return fixedPartPlusWeighted(name, amount, 0, weights);
        }

        /** So much for each, and the rest by weight (R-T1). */
        public static Pot fixedPartPlusWeighted(String name, long amount, long fixed, Map<String, Long> weights) {
            List<String> codes = new ArrayList<>();
            List<BigInteger> parts = new ArrayList<>();
            new TreeMap<>(weights).forEach((code, weight) -> {
                codes.add(code);
                parts.add(BigInteger.valueOf(weight));
            });
            List<BigInteger> rest = SecondCalculator.divide(BigInteger.valueOf(amount - fixed * codes.size()), parts);
            SortedMap<String, Long> shares = new TreeMap<>();
            for (int i = 0; i < codes.size(); i++) {
                long share = fixed + rest.get(i).longValueExact();
                if (share > 0) {
                    shares.put(codes.get(i), share);
                }
            }
            return new Pot(name, amount, shares);
        }

        long share(String recipient) {
            return shares.getOrDefault(recipient, 0L);
        }
    }

    /** What a recipient may requisition at most, kronor (I-R1). */
    public long share(String recipient) {
        long share = 0;
        for (Pot pot : pots) {
            share += pot.share(recipient);
        }
        return share;
    }

    /**
     * Rural inhabitants as they count: so many times for each class (R-G2, R-G4).
     *
     * @param times by class
     * @param rural class by municipality code; a municipality that is not named is not rural
     * @param population by municipality code
     */
    public static Map<String, Long> ruralWeights(
            Map<String, Long> times, Map<String, String> rural, Map<String, Long> population) {
        Map<String, Long> weights = new TreeMap<>();
        rural.forEach((municipality, ruralClass) -> {
            long inhabitants = Objects.requireNonNull(population.get(municipality), municipality);
            weights.put(municipality, inhabitants * Objects.requireNonNull(times.get(ruralClass), ruralClass));
        });
        return weights;
    }

    /** The sum over a region's municipalities, whose codes begin with the region's. */
    public static Map<String, Long> perRegion(Map<String, Long> perMunicipality) {
        Map<String, Long> perRegion = new TreeMap<>();
        perMunicipality.forEach(
                (municipality, value) -> perRegion.merge(municipality.substring(0, 2), value, Long::sum));
        return perRegion;
    }
}
