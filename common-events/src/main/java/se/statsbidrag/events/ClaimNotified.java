package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The recipient was told of a proposed claim, and may answer (2017:900, 25 §).
 *
 * @param claim as proposed
 * @param answerBy the last day for an answer, Swedish local date
 * @param reason why it was told, or given more time; empty in events of the first schema
 */
public record ClaimNotified(ProgrammeId programme, int claim, LocalDate answerBy, String reason)
        implements LedgerEvent {}
