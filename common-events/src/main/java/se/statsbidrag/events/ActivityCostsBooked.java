package se.statsbidrag.events;

import java.util.List;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Costs of a recipient's activities were booked, one or a file of them (R-T9).
 *
 * @param costs in the order sent
 */
public record ActivityCostsBooked(ProgrammeId programme, RecipientCode recipient, List<ActivityCost> costs)
        implements FollowUpEvent {
    public ActivityCostsBooked {
        costs = List.copyOf(costs);
    }
}
