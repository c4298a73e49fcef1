package se.statsbidrag.allocation.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;

/**
 * A grant's payments as a page shows them. Whole kronor.
 *
 * @param mayAct whether the reader may prepare batches
 * @param done what was just done, to be said; empty for nothing
 */
record PaymentsPage(
        String programme,
        String title,
        Row total,
        boolean agrees,
        List<String> faults,
        List<Batch> batches,
        List<Row> recipients,
        List<String> suspected,
        List<BankEntry> setAside,
        boolean mayAct,
        String done,
        Form form) {

    /**
     * A batch.
     *
     * @param state in lower case, as the badge's class
     * @param mayApprove whether the reader is another person than who prepared it
     */
    record Batch(
            int number,
            LocalDate day,
            String state,
            String stateText,
            int payments,
            long sum,
            String fileHash,
            @Nullable String late,
            boolean waits,
            boolean mayApprove) {}

    /**
     * An entry of the bank's that waits for a person.
     *
     * @param number to settle it by
     * @param returned whether it may be a payment that came back
     */
    record BankEntry(
            long number, String file, String reference, String payment, boolean returned, long amount, String fault) {}

    /** How a recipient's money agrees. */
    record Row(
            String code,
            String name,
            long decided,
            long notOrdered,
            long onItsWay,
            long rejected,
            long paid,
            boolean agrees,
            List<String> faults) {}
}
