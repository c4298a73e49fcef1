package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A proposed claim was taken back before it was decided.
 *
 * @param claim as proposed
 */
public record ClaimWithdrawn(ProgrammeId programme, int claim, String reason) implements LedgerEvent {}
