package se.statsbidrag.secondcalculator;

import java.util.Map;
import se.statsbidrag.secondcalculator.QueueOutcome.Pot;

/**
 * Every amount of a share grant's year.
 *
 * @param pots by name; the pot that hands out what another leaves is named as that one with {@value #REMAINING} after
 * @param complete all pots closed: the plan is final
 */
public record ShareOutcome(Map<String, Pot> pots, boolean complete) {
    public static final String REMAINING = "-remaining";

    public Pot pot(String name) {
        Pot pot = pots.get(name);
        if (pot == null) {
            throw new IllegalArgumentException("no pot " + name + " among " + pots.keySet());
        }
        return pot;
    }

    /** What a recipient gets from all pots, in kronor. */
    public long total(String recipient) {
        long total = 0;
        for (Pot pot : pots.values()) {
            total += pot.due(recipient);
        }
        return total;
    }
}
