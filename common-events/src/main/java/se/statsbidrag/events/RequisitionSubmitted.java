package se.statsbidrag.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient requisitioned its share (R-K4, R-T2, R-G7). Whether it came in time is derived, never stored.
 *
 * @param caseNumber the public register's number for this requisition
 * @param receivedAt when the server had its last byte (2017:900, 22 §)
 * @param mandate on whose mandate; null in what was recorded before there were representatives
 */
public record RequisitionSubmitted(
        ProgrammeId programme,
        RecipientCode recipient,
        String caseNumber,
        Instant receivedAt,
        RequisitionContent content,
        @Nullable MandateReference mandate)
        implements GrantEvent {}
