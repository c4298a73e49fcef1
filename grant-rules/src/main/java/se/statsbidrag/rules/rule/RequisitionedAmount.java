package se.statsbidrag.rules.rule;

import java.util.Collections;
import java.util.List;
import se.statsbidrag.rules.money.LargestRemainder;

/**
 * One requisitioned amount and the pots that it belongs to: never more than the shares together (R-T1, I-R1), in
 * proportion to them, equal fractions in the definition's order of pots, never above a pot's share (I-R6).
 */
public final class RequisitionedAmount {
    private RequisitionedAmount() {}

    /** What is accepted of the amount that was asked for. */
    public static long accepted(long amount, List<Long> shares) {
        return Math.min(amount, shares.stream().reduce(0L, Math::addExact));
    }

    /** Whether the amount is all that the recipient could ask for. */
    public static boolean inFull(long amount, List<Long> shares) {
        return accepted(amount, shares) == shares.stream().reduce(0L, Math::addExact);
    }

    /**
     * @param amount whole kronor as asked for, 0 or more
     * @param shares the recipient's shares in the definition's order of pots
     * @return what belongs to each pot, in the same order; they sum to what is accepted
     */
    public static List<Long> parts(long amount, List<Long> shares) {
        if (inFull(amount, shares)) {
            return List.copyOf(shares);
        }
        long accepted = accepted(amount, shares);
        return accepted == 0 ? Collections.nCopies(shares.size(), 0L) : LargestRemainder.shareByWhole(accepted, shares);
    }
}
