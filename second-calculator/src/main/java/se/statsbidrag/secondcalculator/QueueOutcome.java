package se.statsbidrag.secondcalculator;

import java.util.List;
import java.util.Map;

/**
 * Every amount of a year.
 *
 * @param pots by name: {@value #BLOCK_1}, {@value #BLOCK_2}, and a procedure's name for the part of the remaining funds that
 *     it governs
 * @param ties for a procedure whose part hangs on an unresolved tie for the last place, the regions that tie (I-K4)
 * @param complete all pots closed and no tie open: the plan is final
 */
public record QueueOutcome(Map<String, Pot> pots, Map<String, List<String>> ties, boolean complete) {
    public static final String BLOCK_1 = "block-1";
    public static final String BLOCK_2 = "block-2";

    /**
     * One pot, in kronor. {@code amount = distributed + remaining + transferred + returned}.
     *
     * @param due per region; a region that gets nothing is not named
     */
    public record Pot(
            boolean closed,
            long amount,
            long distributed,
            long remaining,
            long transferred,
            long returned,
            Map<String, Long> due) {

        public long due(String region) {
            return due.getOrDefault(region, 0L);
        }
    }

    public Pot pot(String name) {
        Pot pot = pots.get(name);
        if (pot == null) {
            throw new IllegalArgumentException("no pot " + name + " among " + pots.keySet());
        }
        return pot;
    }

    /** What a region gets from all pots, in kronor. */
    public long total(String region) {
        long total = 0;
        for (Pot pot : pots.values()) {
            total += pot.due(region);
        }
        return total;
    }
}
