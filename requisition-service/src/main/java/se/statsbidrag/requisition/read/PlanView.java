package se.statsbidrag.requisition.read;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Who carries out what (2024:1253, 4–5 §§).
 *
 * @param reference where the plan that a county shares can be found; empty when it is stated here
 * @param regionalCollaborationStructure the structure (RSS) that acts for the county's municipalities; empty for none
 * @param measures empty when a shared plan says it
 */
@Schema(name = "JointPlan")
public record PlanView(String reference, String regionalCollaborationStructure, List<Measure> measures) {

    /**
     * One measure.
     *
     * @param purpose number of the programme's purpose that it serves
     * @param description what is done
     * @param carriedOutBy official codes of those who do it
     */
    @Schema(name = "PlannedMeasure")
    public record Measure(int purpose, String description, List<String> carriedOutBy) {}

    /** The same on one line. */
    static @Nullable String text(@Nullable JointPlan plan) {
        return plan == null
                ? null
                : Stream.concat(
                                Stream.of(plan.reference(), plan.regionalCollaborationStructure()),
                                plan.measures().stream()
                                        .map(measure -> measure.purpose() + " " + measure.description() + " "
                                                + measure.carriedOutBy()))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("; "));
    }

    static @Nullable PlanView of(@Nullable JointPlan plan) {
        return plan == null
                ? null
                : new PlanView(
                        plan.reference(),
                        plan.regionalCollaborationStructure(),
                        plan.measures().stream()
                                .map(measure -> new Measure(
                                        measure.purpose(),
                                        measure.description(),
                                        measure.carriedOutBy().stream()
                                                .map(RecipientCode::value)
                                                .toList()))
                                .toList());
    }
}
