package se.statsbidrag.rules.plan;

/** Whether a pot can still change by the ordinary course of things (I-R5). */
public enum PotStatus {
    /** What closes it has not passed, or something in it is undecided. */
    OPEN,
    CLOSED
}
