package se.statsbidrag.rules.programme;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.TableId;

/** How a pot is divided among the recipients (Swedish: fördelningsnyckel). */
public sealed interface AllocationKey {

    /** Divided equally among all recipients of the definition; a share that is not requisitioned goes to nobody (R-K5, I-K1). */
    record EqualShares() implements AllocationKey {}

    /**
     * Earned by operations in the programme's period at a price each, up to a cap (R-K6, R-K7).
     *
     * @param rates the price of one operation, whole kronor, by procedure
     * @param caps the table of the most that each recipient can earn
     */
    record UnitPriceWithCap(Map<Procedure, SourcedAmount> rates, TableId caps) implements AllocationKey {
        public UnitPriceWithCap {
            rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
        }
    }

    /**
     * Divided among the few recipients with most operations per inhabitant, by weight (R-K8, I-K2 to I-K5).
     *
     * @param procedure the operations that are ranked
     * @param places how many recipients share it
     * @param population the table of inhabitants
     * @param weights the table of weights; it also decides a tie provisionally
     */
    record TopRanked(Procedure procedure, int places, TableId population, TableId weights) implements AllocationKey {}
}
