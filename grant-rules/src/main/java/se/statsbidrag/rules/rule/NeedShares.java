package se.statsbidrag.rules.rule;

import java.util.Collections;
import java.util.List;
import se.statsbidrag.rules.money.LargestRemainder;

/**
 * A part of the remaining funds divided by care need among those that have a place: by the published whole-krona caps
 * (R-K8, I-K5).
 */
public final class NeedShares {
    private NeedShares() {}

    /**
     * @param amount whole kronor
     * @param weights of those that share, by recipient code ascending
     * @return the shares in the same order; all 0 where no weight is above 0, and the amount then has no taker
     */
    public static List<Long> of(long amount, List<Long> weights) {
        return weights.stream().allMatch(weight -> weight == 0)
                ? Collections.nCopies(weights.size(), 0L)
                : LargestRemainder.shareByWhole(amount, weights);
    }
}
