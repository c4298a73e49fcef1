package se.statsbidrag.rules.programme;

import java.util.List;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.TableId;

/**
 * What a definition states about itself so that a slip in it shows: data, compared by {@link ControlTotals}.
 *
 * @param pots the source pots together, whole kronor
 * @param frame the most that the programme may cost, whole kronor
 * @param ownCost the most that the agency may use itself, whole kronor
 * @param recipients how many may receive
 * @param tables tables that sum to a pot
 */
public record StatedTotals(long pots, long frame, long ownCost, int recipients, List<TableTotal> tables) {
    public StatedTotals {
        tables = List.copyOf(tables);
    }

    /**
     * A table that sums to a pot's amount, and follows from other tables, or from the pot's own key, by largest remainder.
     *
     * @param table the table
     * @param pot the pot whose amount it divides
     * @param factors tables whose product per recipient is the weight; empty when the pot's key is what reproduces it
     */
    public record TableTotal(TableId table, PotId pot, List<TableId> factors) {
        public TableTotal {
            factors = List.copyOf(factors);
        }
    }
}
