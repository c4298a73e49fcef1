package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A hold was taken away before its last day.
 *
 * @param hold as held
 */
public record PaymentHoldReleased(ProgrammeId programme, int hold, String reason) implements LedgerEvent {}
