package se.statsbidrag.rules.programme;

/**
 * A text that a source states.
 *
 * @param text Swedish, as shown to people
 * @param source the document and place that states it
 */
public record SourcedText(String text, String source) {}
