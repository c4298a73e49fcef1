package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * An entry of a bank's file did not fit what was ordered, and waits for a person: another amount, twice the same payment, a
 * payment that was not ordered.
 *
 * @param file the report's or statement's identification
 * @param reference the bank's; unique in the file
 * @param payment the end-to-end identification that the entry names; empty for none
 * @param outgoing whether money left the agency's account by it
 * @param amount whole kronor, what is less than a krona cut off; 0 where the entry names none
 * @param fault what does not fit, Swedish
 */
public record BankEntrySetAside(
        ProgrammeId programme,
        String file,
        String reference,
        String payment,
        boolean outgoing,
        long amount,
        String fault)
        implements LedgerEvent {}
