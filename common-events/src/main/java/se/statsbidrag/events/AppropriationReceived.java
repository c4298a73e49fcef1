package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The appropriated money came in (R-K2).
 *
 * @param amount whole kronor
 * @param reference where it can be seen
 */
public record AppropriationReceived(ProgrammeId programme, long amount, LocalDate day, String reference)
        implements LedgerEvent {}
