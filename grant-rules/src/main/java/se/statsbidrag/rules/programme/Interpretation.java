package se.statsbidrag.rules.programme;

/**
 * A named policy parameter where the sources are silent: shown to people as an assumption, never as the law.
 *
 * @param id its number, such as I-K4
 * @param text Swedish, one sentence saying what is assumed
 * @param value what the rules follow; the values that they know stand in {@link KnownInterpretation}
 * @param source why it is needed
 */
public record Interpretation(String id, String text, String value, String source) {}
