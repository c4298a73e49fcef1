package se.statsbidrag.reporting.domain.followup;

/** How a follow-up report stands. */
public enum ReportState {
    /** Nothing is written. */
    NOT_BEGUN,
    /** Written, and not handed in. */
    DRAFT,
    /** Handed in, and waits for an officer. */
    SUBMITTED,
    /** Sent back for completion. */
    RETURNED,
    /** Found complete. */
    ACCEPTED
}
