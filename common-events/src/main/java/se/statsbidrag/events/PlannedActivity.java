package se.statsbidrag.events;

import java.util.List;

/**
 * A part of what a recipient uses its grant for (R-T9).
 *
 * @param id its name within the recipient's plan
 * @param name what it is, in the recipient's words
 * @param unit which part of the organisation carries it out
 * @param amount whole kronor, 0 for an activity that costs nothing
 * @param points the points of the agreement that it serves, as the agreement numbers them
 * @param newActivity whether it was begun for this grant
 * @param afterTheGrant how it is paid for once the grant ends; empty when nothing is said
 */
public record PlannedActivity(
        String id,
        String name,
        String unit,
        long amount,
        List<String> points,
        boolean newActivity,
        String afterTheGrant) {
    public PlannedActivity {
        points = List.copyOf(points);
    }
}
