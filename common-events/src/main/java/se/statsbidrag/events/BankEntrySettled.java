package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A person found out what an entry of the bank's, set aside before, is about.
 *
 * @param entry the position in this log of the {@link BankEntrySetAside}
 * @param reason what was found
 */
public record BankEntrySettled(ProgrammeId programme, long entry, Outcome outcome, String reason)
        implements LedgerEvent {

    /** What an entry turned out to be. */
    public enum Outcome {
        /** No payment of ours changes by it: the bank put it right by another entry, or it is booked elsewhere. */
        EXPLAINED,
        /** A payment came back whole from the recipient's bank: it is not paid, and to be ordered anew. */
        PAYMENT_RETURNED
    }
}
