package se.statsbidrag.rules.rule;

import java.util.Map;
import se.statsbidrag.rules.programme.SourcedAmount;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a region earns by its inhabitants' operations: so much for each, never more than its cap (R-K6, R-K7, S2025/00401
 * annex 1, block 2, and annex 2).
 */
public final class EarnedAmount {
    private EarnedAmount() {}

    /**
     * @param rates whole kronor per operation
     * @param cap whole kronor
     */
    public static long of(RecipientCode region, OperationCounts counts, Map<Procedure, SourcedAmount> rates, long cap) {
        return Math.min(cap, beforeCap(region, counts, rates));
    }

    /** What the operations would give without a cap. */
    public static long beforeCap(RecipientCode region, OperationCounts counts, Map<Procedure, SourcedAmount> rates) {
        return rates.entrySet().stream()
                .mapToLong(rate -> Math.multiplyExact(rate.getValue().amount(), counts.count(region, rate.getKey())))
                .reduce(0, Math::addExact);
    }
}
