package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer approved the requisition in force.
 *
 * @param submission version, within the requisition's stream, of the {@link RequisitionSubmitted} or
 *     {@link RequisitionChanged} that was approved: a later one may stand in the stream that came late and is not in force
 */
public record RequisitionApproved(ProgrammeId programme, RecipientCode recipient, long submission, String reason)
        implements GrantEvent {}
