package se.statsbidrag.rules.plan;

/** How settled a plan is (domain: Pots). That a plan is out of date is for the service to say. */
public enum PlanStatus {
    /** A pot is open, or a tie. */
    PRELIMINARY,
    /** All pots are closed and no tie is open. */
    FINAL
}
