package se.statsbidrag.rules.programme;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.TableId;

/** How a pot is divided among the recipients (Swedish: fördelningsnyckel). */
public sealed interface AllocationKey {

    /** A key that gives each recipient a share that follows from the definition alone. */
    sealed interface ShareKey extends AllocationKey {}

    /** Divided equally among all recipients that the pot is for, whether they requisition or not (R-K5, I-K1). */
    record EqualShares() implements ShareKey {}

    /**
     * Each the amount that a table states.
     *
     * @param amounts the table of amounts, which sum to the pot
     */
    record FixedTable(TableId amounts) implements ShareKey {}

    /**
     * Divided by weight (R-G1, R-G3).
     *
     * @param weights one table, or two whose product is the weight
     */
    record Weighted(List<TableId> weights) implements ShareKey {
        public Weighted {
            weights = List.copyOf(weights);
        }
    }

    /**
     * The same amount to each, and the rest by weight (R-T1).
     *
     * @param fixed whole kronor to each recipient
     * @param weights one table, or two whose product is the weight
     */
    record FixedPartPlusWeighted(SourcedAmount fixed, List<TableId> weights) implements ShareKey {
        public FixedPartPlusWeighted {
            weights = List.copyOf(weights);
        }
    }

    /**
     * Divided by rural population, weighted by how sparse it is (R-G2, R-G4). A region weighs what its municipalities do.
     *
     * @param classes the table of the municipalities' rural classes
     * @param population the table of the municipalities' inhabitants
     * @param weights how much an inhabitant of each class weighs; every class has one
     */
    record RuralClasses(TableId classes, TableId population, Map<RuralClass, SourcedAmount> weights)
            implements ShareKey {
        public RuralClasses {
            weights = Collections.unmodifiableMap(new EnumMap<>(weights));
        }
    }

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

    /**
     * Divided among those that asked for more and requisitioned all that they could, by their shares of the pot that left
     * it (R-T2, I-R2).
     */
    record WantingMore() implements AllocationKey {}
}
