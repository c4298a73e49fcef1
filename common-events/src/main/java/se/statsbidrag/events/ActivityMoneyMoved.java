package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient moved money between two of its activities (R-T9).
 *
 * @param from the activity that gets less
 * @param to the activity that gets more
 * @param amount whole kronor, above 0
 */
public record ActivityMoneyMoved(
        ProgrammeId programme, RecipientCode recipient, String from, String to, long amount, String reason)
        implements FollowUpEvent {}
