package se.statsbidrag.reporting.domain.followup;

/**
 * What a recipient got.
 *
 * @param amount whole kronor
 * @param decided whether it was decided; else it is what the plan gives now
 */
public record Grant(long amount, boolean decided) {}
