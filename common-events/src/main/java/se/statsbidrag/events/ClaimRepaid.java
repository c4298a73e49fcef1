package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A recipient paid back some or all of an invoiced claim.
 *
 * @param claim as invoiced
 * @param amount whole kronor, above 0
 * @param day when it came in, Swedish local date
 * @param reference the bank's entry, or where else it can be seen; the same reference counts once
 */
public record ClaimRepaid(ProgrammeId programme, int claim, long amount, LocalDate day, String reference)
        implements LedgerEvent {}
