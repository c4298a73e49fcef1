package se.statsbidrag.events;

import java.time.LocalDate;
import java.util.List;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A bank statement showed payments leaving the agency's account (camt.053).
 *
 * @param statement its identification
 * @param entries those of this programme
 */
public record PaymentsBooked(ProgrammeId programme, String statement, List<Entry> entries) implements LedgerEvent {
    public PaymentsBooked {
        entries = List.copyOf(entries);
    }

    /**
     * An entry of the statement.
     *
     * @param reference the bank's
     * @param payment the end-to-end identification
     * @param amount whole kronor
     * @param day when it was booked, Swedish local date
     */
    public record Entry(String reference, String payment, long amount, LocalDate day) {}
}
