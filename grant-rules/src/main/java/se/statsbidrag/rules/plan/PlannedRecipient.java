package se.statsbidrag.rules.plan;

import java.util.List;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What one recipient is due.
 *
 * @param recipient who
 * @param lines one per pot, in the definition's order, 0 included
 * @param total the lines together, whole kronor
 */
public record PlannedRecipient(RecipientCode recipient, List<Line> lines, long total) {
    public PlannedRecipient {
        lines = List.copyOf(lines);
    }

    /**
     * What a recipient is due from one pot.
     *
     * @param pot which one
     * @param amount whole kronor
     */
    public record Line(PotId pot, long amount) {}
}
