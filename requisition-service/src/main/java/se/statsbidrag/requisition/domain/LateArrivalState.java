package se.statsbidrag.requisition.domain;

/** What has become of a requisition that came late. */
public enum LateArrivalState {
    /** Nobody has said anything of it. */
    WAITING,
    /** One person proposed to let it in; another must agree. */
    PROPOSED,
    /** Two persons let it in. */
    ADMITTED,
    /** It is not let in. */
    DECLINED
}
