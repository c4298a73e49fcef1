package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer approved what the requisition says now.
 */
public record RequisitionApproved(ProgrammeId programme, RecipientCode recipient, String reason)
        implements GrantEvent {}
