package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer sent the requisition in force back for completion.
 *
 * @param submission version, within the requisition's stream, of the {@link RequisitionSubmitted} or
 *     {@link RequisitionChanged} that was returned: a later one may stand in the stream that came late and is not in force
 * @param reason what is missing
 * @param completeBy the last day for completing it; the day counts to its end in Swedish time
 */
public record RequisitionReturned(
        ProgrammeId programme, RecipientCode recipient, long submission, String reason, LocalDate completeBy)
        implements GrantEvent {}
