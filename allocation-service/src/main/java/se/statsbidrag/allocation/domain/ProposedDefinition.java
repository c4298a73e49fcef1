package se.statsbidrag.allocation.domain;

import se.statsbidrag.rules.value.EventReference;

/**
 * A programme's definition as it was proposed.
 *
 * @param version from 1
 * @param text canonical JSON
 * @param hash SHA-256 of the text, lower-case hexadecimal
 * @param event where it was proposed
 */
public record ProposedDefinition(int version, String text, String hash, EventReference event) {}
