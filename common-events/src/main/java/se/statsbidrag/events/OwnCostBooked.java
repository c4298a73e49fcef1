package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A cost of the agency's own was booked on the programme (R-K1).
 *
 * @param amount whole kronor; below 0 to correct an earlier one
 * @param reference the voucher; the same reference counts once
 */
public record OwnCostBooked(ProgrammeId programme, long amount, LocalDate day, String reference, String text)
        implements LedgerEvent {}
