package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The recipient answered.
 *
 * @param claim as proposed
 * @param answer as written
 */
public record ClaimAnswered(ProgrammeId programme, int claim, String answer) implements LedgerEvent {}
