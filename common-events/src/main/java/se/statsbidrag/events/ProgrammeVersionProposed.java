package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A definition of a programme was proposed. It rules nothing until it is activated.
 *
 * @param version 1 for the first, one more for each that follows
 * @param definition the whole definition as canonical JSON text
 * @param definitionHash SHA-256 of that text, lower-case hexadecimal
 * @param reason why it was proposed
 */
public record ProgrammeVersionProposed(
        ProgrammeId programme, int version, String definition, String definitionHash, String reason)
        implements GrantEvent {}
