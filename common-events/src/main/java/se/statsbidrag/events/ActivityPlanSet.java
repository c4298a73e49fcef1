package se.statsbidrag.events;

import java.util.List;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** A recipient said which activities it uses its grant for (R-T9). It replaces the plan before it as a whole. */
public record ActivityPlanSet(ProgrammeId programme, RecipientCode recipient, List<PlannedActivity> activities)
        implements FollowUpEvent {
    public ActivityPlanSet {
        activities = List.copyOf(activities);
    }
}
