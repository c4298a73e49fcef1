package se.statsbidrag.reporting.domain;

import java.time.LocalDate;
import java.util.List;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.rule.RequisitionInForce;
import se.statsbidrag.rules.rule.RequisitionStanding;

/**
 * How a recipient's requisition stands under the deadline in force, and what of it waits for somebody at the agency. Late is
 * derived, since a deadline can be extended before or after it passed (domain: Late arrivals).
 *
 * @param lateWaits whether something that came late waits to be let in or not; it may wait behind what is in force
 * @param held how many wait that came from somebody whose mandate had lapsed
 */
public record FollowedRequisition(State state, boolean lateWaits, int held) {

    /** How it stands. */
    public enum State {
        /** Nothing has come. */
        MISSING,
        /** In time, and waits for an officer's decision. */
        WAITING,
        /** Sent back, and waits for the recipient. */
        RETURNED,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        /** Only what counts for nothing has come: too late. */
        LATE
    }

    /**
     * One submission.
     *
     * @param declined whether it came late and was not let in
     */
    public record Followed(Submission submission, boolean declined) {}

    /**
     * @param submissions one recipient's, in the order of the log
     * @param dueDate the requisition deadline in force
     */
    public static FollowedRequisition of(List<Followed> submissions, LocalDate dueDate, int held) {
        RequisitionStanding standing = RequisitionInForce.of(
                submissions.stream().map(Followed::submission).toList(), dueDate);
        return switch (standing) {
            case RequisitionStanding.InForce(Submission decisive) ->
                new FollowedRequisition(State.APPROVED, lateWaits(submissions, decisive), held);
            case RequisitionStanding.Undecided(Submission decisive) ->
                new FollowedRequisition(
                        decisive.outcome() == Outcome.RETURNED ? State.RETURNED : State.WAITING,
                        lateWaits(submissions, decisive),
                        held);
            case RequisitionStanding.Ended(Submission decisive) ->
                new FollowedRequisition(
                        decisive.outcome() == Outcome.REJECTED ? State.REJECTED : State.WITHDRAWN,
                        lateWaits(submissions, decisive),
                        held);
            case RequisitionStanding.Late _ -> new FollowedRequisition(State.LATE, waits(submissions.getLast()), held);
            case RequisitionStanding.Missing _ -> new FollowedRequisition(State.MISSING, false, held);
        };
    }

    /** Only the newest that came late can be let in. */
    private static boolean lateWaits(List<Followed> submissions, Submission decisive) {
        Followed newest = submissions.getLast();
        return newest.submission() != decisive && waits(newest);
    }

    private static boolean waits(Followed newest) {
        return !newest.declined() && newest.submission().outcome() == Outcome.SUBMITTED;
    }

    /** Whether the recipient asks for its share still. */
    public boolean takesPart() {
        return state == State.WAITING || state == State.RETURNED || state == State.APPROVED;
    }
}
