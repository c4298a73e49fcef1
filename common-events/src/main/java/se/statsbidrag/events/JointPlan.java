package se.statsbidrag.events;

import java.util.List;

/**
 * Who carries out what: the plan of a region and its municipalities (2024:1253, 4–5 §§; R-G6), or what is stated in its place.
 *
 * @param reference where the plan that they share can be found; empty when it is stated here
 * @param regionalCollaborationStructure the structure (RSS) that acts for the county's municipalities; empty for none
 * @param measures who carries out what; empty when a shared plan says it
 */
public record JointPlan(String reference, String regionalCollaborationStructure, List<PlannedMeasure> measures) {
    public JointPlan {
        measures = List.copyOf(measures);
    }
}
