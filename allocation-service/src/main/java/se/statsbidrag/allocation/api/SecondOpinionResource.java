package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.SecondOpinion.Difference;
import se.statsbidrag.allocation.application.SecondOpinion.Opinion;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.PlanQueries.Query;
import se.statsbidrag.allocation.read.SecondOpinions;
import se.statsbidrag.events.access.Roles;

/** Whether the second calculator, which shares no code with the rules, gets the same plan. */
@Path("/allocation/v1/programmes/{programme}/plan/second-opinion")
@Tag(name = "Plans", description = "Who is due how much from which pot, computed from what has been recorded")
public class SecondOpinionResource {
    private static final int MOST_DIFFERENCES = 100;

    private final PlanQueries queries;
    private final SecondOpinions second;

    @Inject
    SecondOpinionResource(PlanQueries queries, SecondOpinions second) {
        this.queries = queries;
        this.second = second;
    }

    /** What the second calculator came to. */
    public enum Outcome {
        /** The same plan to the krona. */
        CONFIRMED,
        DIFFERENT,
        /** It cannot follow the definition or the events: the plan is not confirmed. */
        NOT_COMPUTED
    }

    /**
     * What the second calculator says of the plan in force.
     *
     * @param digest the plan's
     * @param basis the last position of each log that both calculators rest on
     * @param reason why it could not compute; left out otherwise
     * @param differences the first {@value #MOST_DIFFERENCES}
     * @param differencesInAll how many there are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({
        "programme",
        "digest",
        "computedAt",
        "basis",
        "outcome",
        "reason",
        "differences",
        "differencesInAll"
    })
    public record SecondOpinionDocument(
            String programme,
            String digest,
            Instant computedAt,
            List<PlanDocument.Position> basis,
            Outcome outcome,
            @Nullable String reason,
            List<PlanDifferenceLine> differences,
            int differencesInAll) {}

    /**
     * A figure that is not the same.
     *
     * @param recipient official code; left out for a figure of the pot as a whole
     * @param figure {@code due} for a recipient, else the name of the pot's sum, or {@code closed} as 1 or 0
     * @param plan whole kronor
     * @param second whole kronor
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanDifferenceLine(@Nullable String recipient, String pot, String figure, long plan, long second) {
        private static PlanDifferenceLine of(Difference difference) {
            return new PlanDifferenceLine(
                    difference.recipient(),
                    difference.pot(),
                    difference.figure(),
                    difference.plan(),
                    difference.second());
        }
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR, Roles.SISTER_SERVICE})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getSecondOpinion",
            summary = "Whether the second calculator gets the same plan",
            description = "The plan in force computed once more from the texts of the recorded events, by code that"
                    + " shares nothing with the rules. Nothing is decided over a plan that is not CONFIRMED.")
    @APIResponse(
            responseCode = "200",
            description = "What it came to, over the same events as the plan",
            content = @Content(schema = @Schema(implementation = SecondOpinionDocument.class)))
    public SecondOpinionDocument secondOpinion(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @QueryParam("after") @Parameter(description = PlanResource.AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = PlanResource.WAIT) @Nullable Integer wait) {
        PlanDocument plan = queries.plan(new Query(programme, after, wait, null));
        return switch (second.of(plan)) {
            case Opinion.Agrees _ -> document(plan, Outcome.CONFIRMED, null, List.of());
            case Opinion.Differs differs -> document(plan, Outcome.DIFFERENT, null, differs.differences());
            case Opinion.Unable unable -> document(plan, Outcome.NOT_COMPUTED, unable.reason(), List.of());
        };
    }

    private static SecondOpinionDocument document(
            PlanDocument plan, Outcome outcome, @Nullable String reason, List<Difference> differences) {
        return new SecondOpinionDocument(
                plan.programme(),
                plan.digest(),
                plan.computedAt(),
                plan.basis(),
                outcome,
                reason,
                differences.stream()
                        .limit(MOST_DIFFERENCES)
                        .map(PlanDifferenceLine::of)
                        .toList(),
                differences.size());
    }
}
