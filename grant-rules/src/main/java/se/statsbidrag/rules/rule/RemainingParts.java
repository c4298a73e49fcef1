package se.statsbidrag.rules.rule;

import java.util.List;
import se.statsbidrag.rules.money.LargestRemainder;
import se.statsbidrag.rules.programme.PotDefinition;

/**
 * Remaining funds divided into the parts that are handed out, by percent; equal fractions in the order that the source
 * lists the parts (R-K8, S2025/00401 annex 1, block 2).
 */
public final class RemainingParts {
    private RemainingParts() {}

    /**
     * @param remaining whole kronor
     * @param derived the pots derived from one source pot, in the definition's order, at least one
     * @return their amounts in the same order
     */
    public static List<Long> of(long remaining, List<PotDefinition> derived) {
        return LargestRemainder.shareByWhole(
                remaining, derived.stream().map(RemainingParts::percent).toList());
    }

    /** @throws IllegalArgumentException when the pot is no derived one */
    public static long percent(PotDefinition pot) {
        return switch (pot.funding()) {
            case PotDefinition.RemainderOf part -> part.percent();
            case PotDefinition.Appropriated _ ->
                throw new IllegalArgumentException("pot " + pot.id() + " is no part of another pot");
        };
    }
}
