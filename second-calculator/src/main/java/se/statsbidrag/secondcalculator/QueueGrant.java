package se.statsbidrag.secondcalculator;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A queue grant's parameters, in kronor and whole numbers. All lists of regions are in code order.
 *
 * @param regions codes of all regions, ascending
 * @param population inhabitants per region
 * @param cap the most that a region earns in Block 2, kronor (R-K7); also its weight in a part (I-K5)
 * @param block1 kronor to divide equally (R-K5)
 * @param block2 kronor to earn; equals the sum of the caps (R-K6)
 * @param procedures in the order the source lists them
 * @param rate kronor per operation, per procedure (R-K6)
 * @param part per cent of the remaining funds, per procedure; they sum to 100 (R-K8)
 * @param places how many regions share each part (R-K8)
 * @param otherPopulation inhabitants per region, for procedures that are ranked by others than {@code population}
 */
public record QueueGrant(
        List<String> regions,
        Map<String, Long> population,
        Map<String, Long> cap,
        long block1,
        long block2,
        List<String> procedures,
        Map<String, Long> rate,
        Map<String, Long> part,
        int places,
        Map<String, Map<String, Long>> otherPopulation) {

    /** One whose procedures are all ranked by the same inhabitants. */
    public QueueGrant(
            List<String> regions,
            Map<String, Long> population,
            Map<String, Long> cap,
            long block1,
            long block2,
            List<String> procedures,
            Map<String, Long> rate,
            Map<String, Long> part,
            int places) {
        this(regions, population, cap, block1, block2, procedures, rate, part, places, Map.of());
    }

    long population(String region) {
        return Objects.requireNonNull(population.get(region), region);
    }

    long population(String region, String procedure) {
        return Objects.requireNonNull(
                otherPopulation.getOrDefault(procedure, population).get(region), region);
    }

    long cap(String region) {
        return Objects.requireNonNull(cap.get(region), region);
    }

    long rate(String procedure) {
        return Objects.requireNonNull(rate.get(procedure), procedure);
    }

    long part(String procedure) {
        return Objects.requireNonNull(part.get(procedure), procedure);
    }
}
