package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * What a decision claims was invoiced.
 *
 * @param claim as decided
 * @param invoice the invoice's number
 * @param issued its day, Swedish local date
 * @param due the last day to pay, Swedish local date
 * @param reason why then and by that day; empty in events of the first schema
 */
public record ClaimInvoiced(
        ProgrammeId programme, int claim, String invoice, LocalDate issued, LocalDate due, String reason)
        implements LedgerEvent {}
