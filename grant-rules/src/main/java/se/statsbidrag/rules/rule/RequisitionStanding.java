package se.statsbidrag.rules.rule;

import se.statsbidrag.rules.fact.Submission;

/** Where a recipient stands with its requisition, and the submission that decides it. */
public sealed interface RequisitionStanding {

    /** The recipient takes part (I-K1). */
    record InForce(Submission submission) implements RequisitionStanding {}

    /** Arrived in time and not decided: its share is reserved (I-R5). */
    record Undecided(Submission submission) implements RequisitionStanding {}

    /** Rejected or withdrawn in time: the recipient takes no part. */
    record Ended(Submission submission) implements RequisitionStanding {}

    /** Everything arrived after the deadline and counts for nothing. */
    record Late(Submission submission) implements RequisitionStanding {}

    /** The recipient has not requisitioned. */
    record Missing() implements RequisitionStanding {}
}
