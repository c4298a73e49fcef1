package se.statsbidrag.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient certified its follow-up report and handed it in (R-K10, R-T6, R-G7). Whether it came in time is derived,
 * never stored.
 *
 * @param caseNumber the public register's number of the report
 * @param receivedAt when the server had its last byte (2017:900, 22 §)
 * @param granted what the recipient had got by what was known then, whole kronor
 * @param decided whether that was decided; else it is what the plan gave
 * @param mandate on whose mandate
 */
public record FollowUpSubmitted(
        ProgrammeId programme,
        RecipientCode recipient,
        String caseNumber,
        Instant receivedAt,
        FollowUpContent content,
        long granted,
        boolean decided,
        @Nullable MandateReference mandate)
        implements FollowUpEvent {}
