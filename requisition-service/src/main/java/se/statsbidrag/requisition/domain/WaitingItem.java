package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something about a requisition that waits for an officer.
 *
 * @param version of the event within the requisition's stream that brought it
 * @param since when the agency had it
 */
public record WaitingItem(long version, WaitsFor waitsFor, Instant since) {

    /** What it waits for. */
    public enum WaitsFor {
        /** A decision on what came in time or was let in. */
        APPROVAL,
        /** The same, of what came in answer to a return. */
        COMPLETION,
        /** Two persons who let it in though it came late, or one who does not. */
        ADMISSION,
        /** Somebody who releases or dismisses what came from one whose mandate had lapsed. */
        HELD
    }

    /** All that waits in a recipient's case. What is returned waits for the recipient. */
    public static List<WaitingItem> of(RequisitionCase file, RequisitionTerms terms) {
        List<WaitingItem> items = new ArrayList<>();
        Requisition standing = Requisition.of(file, terms);
        switch (standing) {
            case Requisition.Submitted it ->
                items.add(of(
                        it.submission(),
                        isCompletion(file, terms, it.submission()) ? WaitsFor.COMPLETION : WaitsFor.APPROVAL));
            case Requisition.Late it -> items.add(of(it.submission(), WaitsFor.ADMISSION));
            case Requisition.None _,
                    Requisition.Returned _,
                    Requisition.Approved _,
                    Requisition.Rejected _,
                    Requisition.Withdrawn _,
                    Requisition.Declined _ -> {}
        }
        standing.lateChange().ifPresent(late -> items.add(of(late, WaitsFor.ADMISSION)));
        file.held().forEach(held -> items.add(new WaitingItem(held.version(), WaitsFor.HELD, held.receivedAt())));
        return List.copyOf(items);
    }

    private static WaitingItem of(Submission submission, WaitsFor waitsFor) {
        return new WaitingItem(submission.version(), waitsFor, submission.receivedAt());
    }

    /** Whether what was in force before it had been sent back. */
    private static boolean isCompletion(RequisitionCase file, RequisitionTerms terms, Submission submission) {
        return file.submissions().reversed().stream()
                .filter(each -> each.version() < submission.version() && each.counts(terms))
                .findFirst()
                .filter(before -> before.treatment() instanceof Submission.SentBack)
                .isPresent();
    }
}
