package se.statsbidrag.local.demo;

/** What happens to the money of Block 2 in a demonstration year. */
public enum Regime {

    /** As in reality: so many operations that every region reaches its cap and nothing remains. */
    ALL_CAPPED,

    /** So few operations that remaining funds are handed out to those with most operations per inhabitant. */
    REMAINING,

    /** As in reality, but one region does not requisition: its cap becomes remaining funds. */
    MISSING_REGION
}
