package se.statsbidrag.events;

import java.time.Instant;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient took its requisition back.
 *
 * @param receivedAt when the server had the withdrawal
 */
public record RequisitionWithdrawn(ProgrammeId programme, RecipientCode recipient, Instant receivedAt)
        implements GrantEvent {}
