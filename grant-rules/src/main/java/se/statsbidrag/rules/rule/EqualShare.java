package se.statsbidrag.rules.rule;

import java.util.Collections;
import java.util.List;
import se.statsbidrag.rules.money.LargestRemainder;

/**
 * A pot divided equally between all recipients of the programme, whether they requisition or not (R-K5, S2025/00401
 * annex 1, block 1; I-K1).
 */
public final class EqualShare {
    private EqualShare() {}

    /**
     * @param amount whole kronor
     * @param recipients how many, at least one
     * @return the shares by recipient code ascending
     */
    public static List<Long> shares(long amount, int recipients) {
        return LargestRemainder.shareByWhole(amount, Collections.nCopies(recipients, 1L));
    }
}
