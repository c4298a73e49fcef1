package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** A recipient wrote on its follow-up report, which is not handed in. */
public record FollowUpDraftSaved(ProgrammeId programme, RecipientCode recipient, FollowUpContent content)
        implements FollowUpEvent {}
