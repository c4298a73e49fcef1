package se.statsbidrag.rules.programme;

/**
 * An amount that a source states.
 *
 * @param amount whole kronor, 0 or more
 * @param source the document and place that states it
 */
public record SourcedAmount(long amount, String source) {}
