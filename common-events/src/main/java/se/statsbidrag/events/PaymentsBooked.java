package se.statsbidrag.events;

import java.time.LocalDate;
import java.util.List;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A bank statement showed payments leaving the agency's account (camt.053).
 *
 * @param statement its identification
 * @param fileHash SHA-256 of the file, 64 hexadecimal digits
 * @param entries those of this programme; none when all were set aside, or paid back claims
 */
public record PaymentsBooked(ProgrammeId programme, String statement, String fileHash, List<Entry> entries)
        implements LedgerEvent {
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
