package se.statsbidrag.secondcalculator;

import java.util.List;
import java.util.Map;

/**
 * What happened in a year of a queue grant.
 *
 * @param requisition per region; one that is not named has none
 * @param operations home-region operations of the whole period that count for money, by region and procedure; what is not
 *     named is 0
 * @param requisitionsClosed whether the requisition deadline has passed
 * @param deliveriesClosed whether the delivery cut-off has passed
 * @param choices per procedure, the officers' choices among regions tied for the last places, the latest last (I-K4)
 */
public record QueueYear(
        Map<String, Requisition> requisition,
        Map<String, Map<String, Long>> operations,
        boolean requisitionsClosed,
        boolean deliveriesClosed,
        Map<String, List<Choice>> choices) {

    /** Where a region's requisition stands; one that is late, rejected or withdrawn is none. */
    public enum Requisition {
        /** Approved. */
        IN_FORCE,
        /** Submitted in time, or returned for completion: it reserves its share (I-R5). */
        UNDECIDED
    }

    /** An officer's choice; it holds while exactly the same regions tie. */
    public record Choice(List<String> tied, List<String> chosen) {}

    long operations(String region, String procedure) {
        return operations.getOrDefault(region, Map.of()).getOrDefault(procedure, 0L);
    }
}
