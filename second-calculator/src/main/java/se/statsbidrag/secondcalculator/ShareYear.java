package se.statsbidrag.secondcalculator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.secondcalculator.QueueArrivals.Submission;

/**
 * What happened in a year of a share grant.
 *
 * @param requisitions per recipient; one that is not named has none
 * @param requisitionsClosed whether the requisition deadline has passed
 */
public record ShareYear(Map<String, Requisition> requisitions, boolean requisitionsClosed) {

    /**
     * Where a recipient's requisition stands; one that is late, rejected or withdrawn is none.
     *
     * @param approved otherwise it waits, or was returned for completion, and reserves its share (I-R5)
     * @param amount kronor; of one above the sum of the recipient's shares only that sum counts (I-R1)
     */
    public record Requisition(boolean approved, long amount, boolean wantsRemainingFunds) {}

    /** The year that submissions come down to. */
    public static ShareYear of(
            Map<String, List<Submission>> submissions, LocalDate requisitionDeadline, boolean requisitionsClosed) {
        Map<String, Requisition> requisitions = new TreeMap<>();
        submissions.forEach((recipient, all) -> {
            Submission counts = QueueArrivals.counting(all, requisitionDeadline);
            if (counts != null) {
                switch (counts.answer()) {
                    case APPROVED, WAITING, RETURNED ->
                        requisitions.put(
                                recipient,
                                new Requisition(
                                        counts.answer() == QueueArrivals.Answer.APPROVED,
                                        counts.amount(),
                                        counts.wantsRemainingFunds()));
                    case REJECTED, WITHDRAWN -> {
                        // counts for nothing
                    }
                }
            }
        });
        return new ShareYear(requisitions, requisitionsClosed);
    }
}
