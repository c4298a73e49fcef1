package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer found a follow-up report complete. It says nothing about repayment.
 *
 * @param submission version, within the report's stream, of the {@link FollowUpSubmitted} that was accepted
 */
public record FollowUpAccepted(ProgrammeId programme, RecipientCode recipient, long submission, String reason)
        implements FollowUpEvent {}
