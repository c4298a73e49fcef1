package se.statsbidrag.rules.rule;

import java.time.LocalDate;
import java.util.List;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.programme.DeadlineDay;

/**
 * Which requisition decides (R-K4, I-K1, I-R5; domain: Late arrivals). The last submission that arrived in time does, so a
 * change in time to an approved one displaces it at once. A late one never displaces anything unless two
 * persons admitted it. A completion has arrived when the submission that it completes did, and is let in with it.
 */
public final class RequisitionInForce {
    private RequisitionInForce() {}

    /**
     * @param submissions one recipient's, in the order of the log
     * @param dueDate the requisition deadline in force
     */
    public static RequisitionStanding of(List<Submission> submissions, LocalDate dueDate) {
        for (int index = submissions.size() - 1; index >= 0; index--) {
            if (counts(submissions, index, dueDate)) {
                Submission decisive = submissions.get(index);
                return switch (decisive.outcome()) {
                    case APPROVED -> new RequisitionStanding.InForce(decisive);
                    case SUBMITTED, RETURNED -> new RequisitionStanding.Undecided(decisive);
                    case REJECTED, WITHDRAWN -> new RequisitionStanding.Ended(decisive);
                };
            }
        }
        return submissions.isEmpty()
                ? new RequisitionStanding.Missing()
                : new RequisitionStanding.Late(submissions.getLast());
    }

    /** Whether a submission is admitted or in time: a completion, when the last one before it that was returned is. */
    private static boolean counts(List<Submission> submissions, int index, LocalDate dueDate) {
        Submission submission = submissions.get(index);
        if (submission.admitted() != null) {
            return true;
        }
        if (submission.completion()) {
            for (int earlier = index - 1; earlier >= 0; earlier--) {
                if (submissions.get(earlier).outcome() == Outcome.RETURNED) {
                    return counts(submissions, earlier, dueDate);
                }
            }
        }
        return DeadlineDay.inTime(submission.receivedAt(), dueDate);
    }
}
