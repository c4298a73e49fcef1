package se.statsbidrag.rules.plan;

import se.statsbidrag.rules.value.PotId;

/**
 * What becomes of one pot: amount = distributed + remaining + transferred + returned (domain: Pots). Whole kronor.
 *
 * @param pot which one
 * @param status open or closed
 * @param amount all of it; 0 for a derived pot until its source pot is closed
 * @param distributed due to recipients
 * @param remaining not yet claimed or earned, or reserved for an undecided requisition
 * @param transferred became the amount of derived pots
 * @param returned goes back to the state
 */
public record PlannedPot(
        PotId pot, PotStatus status, long amount, long distributed, long remaining, long transferred, long returned) {}
