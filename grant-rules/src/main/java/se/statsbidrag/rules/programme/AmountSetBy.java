package se.statsbidrag.rules.programme;

/** Who sets the amount of a requisition. */
public enum AmountSetBy {
    /** The programme's own key: a requisition states none. */
    PROGRAMME,
    /** The recipient, up to its share (I-R1). */
    RECIPIENT
}
