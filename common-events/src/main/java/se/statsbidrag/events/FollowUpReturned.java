package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer sent a follow-up report back for completion.
 *
 * @param submission version, within the report's stream, of the {@link FollowUpSubmitted} that was returned
 * @param reason what is missing
 * @param completeBy the last day for completing it; the day counts to its end in Swedish time
 */
public record FollowUpReturned(
        ProgrammeId programme, RecipientCode recipient, long submission, String reason, LocalDate completeBy)
        implements FollowUpEvent {}
