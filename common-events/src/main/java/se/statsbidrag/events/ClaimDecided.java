package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Two persons decided a claim: what is claimed and what is waived are the proposed amount.
 *
 * @param claim as proposed
 * @param caseNumber the agency's
 * @param claimed whole kronor, 0 or more
 * @param waived whole kronor, 0 or more; above 0 only where the programme's definition knows waiver
 * @param preparedBy the subject of who proposed the decision
 * @param reason why, Swedish, as the recipient reads it; names the special reasons where something is waived
 */
public record ClaimDecided(
        ProgrammeId programme,
        int claim,
        String caseNumber,
        long claimed,
        long waived,
        String preparedBy,
        String reason)
        implements LedgerEvent {}
