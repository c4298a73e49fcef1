package se.statsbidrag.reporting.domain.followup;

import java.time.LocalDate;
import java.util.Optional;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a recipient's activity plan is checked against.
 *
 * @param from the first day on which a cost can charge the grant
 * @param to the last such day
 * @param objectCode what all costs are booked on; empty where no source names it
 */
public record PlanTerms(
        ProgrammeId programme, RecipientCode recipient, LocalDate from, LocalDate to, Optional<String> objectCode) {}
