package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A batch that was not approved was given back: its payments are to be ordered anew.
 *
 * @param batch as prepared
 */
public record PaymentBatchReturned(ProgrammeId programme, int batch, String reason) implements LedgerEvent {}
