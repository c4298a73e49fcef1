package se.statsbidrag.allocation.domain.ledger;

/** Where a claim has come. */
public enum ClaimState {
    /** The recipient has not been told. */
    PROPOSED,
    /** The recipient was told, and may answer. */
    NOTIFIED,
    ANSWERED,
    /** Taken back before it was decided. */
    WITHDRAWN,
    /** All of it was waived. */
    WAIVED,
    /** To be invoiced. */
    DECIDED,
    INVOICED,
    /** The last day to pay has passed, and something is left. */
    OVERDUE,
    /** All that was claimed came back. */
    REPAID
}
