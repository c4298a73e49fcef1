package se.statsbidrag.requisition.domain;

/** The states of a requisition as the REST contract names them. */
public enum RequisitionState {
    SUBMITTED,
    RETURNED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    /** Nothing but what is held was ever received. */
    HELD
}
