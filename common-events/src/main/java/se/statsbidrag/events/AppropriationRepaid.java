package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The agency accounted for its money and paid the unused part back (R-K2, R-K3).
 *
 * @param amount whole kronor, 0 or more
 * @param decisionNumber the government decision's number, which it cites
 * @param reference where it can be seen
 */
public record AppropriationRepaid(
        ProgrammeId programme, long amount, LocalDate day, String decisionNumber, String reference)
        implements LedgerEvent {}
