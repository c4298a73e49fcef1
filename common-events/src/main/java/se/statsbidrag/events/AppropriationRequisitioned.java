package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The agency requisitioned its money from the authority that holds the appropriation (R-K2).
 *
 * @param amount whole kronor
 * @param day Swedish local date
 * @param decisionNumber the government decision's number, which it cites (R-K3)
 */
public record AppropriationRequisitioned(ProgrammeId programme, long amount, LocalDate day, String decisionNumber)
        implements LedgerEvent {}
