package se.statsbidrag.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient replaced what its requisition says.
 *
 * @param receivedAt when the server had its last byte (2017:900, 22 §)
 * @param completion true when it answers a return within the officer's date: it then keeps the arrival time of the
 *     submission that was returned last (I-R5)
 * @param mandate on whose mandate; null in what was recorded before there were representatives
 */
public record RequisitionChanged(
        ProgrammeId programme,
        RecipientCode recipient,
        Instant receivedAt,
        RequisitionContent content,
        boolean completion,
        @Nullable MandateReference mandate)
        implements GrantEvent {}
