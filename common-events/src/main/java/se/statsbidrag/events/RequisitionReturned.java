package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer sent the requisition back for completion.
 *
 * @param reason what is missing
 * @param completeBy the last day for completing it; the day counts to its end in Swedish time
 */
public record RequisitionReturned(ProgrammeId programme, RecipientCode recipient, String reason, LocalDate completeBy)
        implements GrantEvent {}
