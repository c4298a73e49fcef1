package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer rejected the requisition.
 */
public record RequisitionRejected(ProgrammeId programme, RecipientCode recipient, String reason)
        implements GrantEvent {}
