package se.statsbidrag.reporting.domain;

/** What has become of a delivery that came late to a programme. */
public enum LateDeliveryState {
    /** Nobody has said anything of it. */
    WAITING,
    /** One person proposed to let it in; another must agree. */
    PROPOSED,
    /** Two persons let it in. */
    ADMITTED,
    /** It is not let in. */
    DECLINED
}
