package se.statsbidrag.allocation.read;

/** Told once the transaction has committed: there is something to publish. */
record PlansChanged() {}
