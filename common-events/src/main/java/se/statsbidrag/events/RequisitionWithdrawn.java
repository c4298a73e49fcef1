package se.statsbidrag.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient took its requisition back.
 *
 * @param receivedAt when the server had the withdrawal
 * @param mandate on whose mandate; null in what was recorded before there were representatives
 */
public record RequisitionWithdrawn(
        ProgrammeId programme,
        RecipientCode recipient,
        Instant receivedAt,
        @Nullable MandateReference mandate) implements GrantEvent {}
