package se.statsbidrag.allocation.domain.payment;

import java.time.LocalDate;
import java.util.List;

/**
 * What a bank says happened on accounts (camt.053), as it was read; sums and balances agree with the entries.
 *
 * @param message its identification
 * @param accounts numbers of the accounts that it is about, digits or IBAN
 * @param entries those that are booked, in the file's order
 */
public record Statement(String message, List<String> accounts, List<Entry> entries) {
    public Statement {
        accounts = List.copyOf(accounts);
        entries = List.copyOf(entries);
    }

    /**
     * One booked transaction.
     *
     * @param reference the bank's; unique in the file
     * @param outgoing whether money left the account
     * @param payment the end-to-end identification; empty for none
     * @param texts what else refers to something: references, invoice numbers, free text
     * @param amount whole kronor, what is less than a krona cut off
     * @param wholeKronor whether that is all of it, and in Swedish kronor
     * @param day when it was booked
     */
    public record Entry(
            String reference,
            boolean outgoing,
            String payment,
            List<String> texts,
            long amount,
            boolean wholeKronor,
            LocalDate day) {
        public Entry {
            texts = List.copyOf(texts);
        }
    }
}
