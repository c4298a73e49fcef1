package se.statsbidrag.reporting.domain;

/** What became of a delivery. */
public enum DeliveryStatus {
    /** In force for statistics, and in time for the money of every programme whose period holds the month. */
    ACCEPTED,
    /** The same as what is in force: nothing was recorded. */
    UNCHANGED,
    /** In force for statistics; received after the delivery cut-off of at least one programme (I-K6). */
    LATE
}
