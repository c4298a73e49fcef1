package se.statsbidrag.requisition.domain;

/** The states of a requisition as the REST contract names them. */
public enum RequisitionState {
    /** Nothing was received; its own organisation has saved a draft, and nobody else sees it. */
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    /** Nothing but what is held was ever received. */
    HELD
}
