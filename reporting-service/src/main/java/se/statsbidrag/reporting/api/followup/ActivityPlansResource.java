package se.statsbidrag.reporting.api.followup;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.PlannedActivity;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.ActivityPlanDecider;
import se.statsbidrag.reporting.domain.followup.Outcome;

/** What recipients use their grants for, and what it has cost so far (R-T9). */
@Path("/reporting/v1/programmes/{programme}/activity-plans/{recipient}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activity plans", description = "Activities of a recipient, moves between them and their costs")
@Blocking
public class ActivityPlansResource {
    private static final String CSV = "text/csv";

    private final Commands commands;
    private final ActivityPlanActs acts;
    private final CurrentCaller current;

    ActivityPlansResource(Commands commands, ActivityPlanActs acts, CurrentCaller current) {
        this.commands = commands;
        this.acts = acts;
        this.current = current;
    }

    /** The whole plan. */
    record SetPlan(List<ActivityOfPlan> activities) {}

    /** An activity; what is left out is empty. */
    record ActivityOfPlan(
            String id,
            String name,
            @Nullable String unit,
            long amount,
            @Nullable List<String> points,
            @Nullable Boolean newActivity,
            @Nullable String afterTheGrant) {
        PlannedActivity activity() {
            return new PlannedActivity(
                    id,
                    name,
                    unit == null ? "" : unit,
                    amount,
                    points == null ? List.of() : points,
                    newActivity != null && newActivity,
                    afterTheGrant == null ? "" : afterTheGrant);
        }
    }

    /** Money to move. */
    record MoveMoney(String from, String to, long amount, String reason) {}

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getActivityPlan",
            summary = "A recipient's activity plan",
            description = "Its activities with what each has cost, their sum against the grant with the difference, and"
                    + " what is used and unused to date. An empty plan where none is set.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = ActivityPlanDocument.Plan.class)))
    @APIResponse(responseCode = "404", description = "No such recipient, or the programme knows no activity plans")
    public Response getActivityPlan(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient) {
        ActivityPlanActs.Read read = acts.read(current.get(), programme, recipient);
        return Response.ok(read.document())
                .header("ETag", "\"" + read.version() + "\"")
                .build();
    }

    @PUT
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setActivityPlan",
            summary = "Set an activity plan",
            description =
                    "Replaces the plan as a whole; an activity with costs stays. The sum need not be the grant: the"
                            + " difference is shown.")
    @RequestBody(
            description = "All activities",
            required = true,
            content = @Content(schema = @Schema(implementation = SetPlan.class)))
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = ActivityPlanDocument.Plan.class)))
    @APIResponse(responseCode = "422", description = "Every fault; nothing was recorded")
    public Response setActivityPlan(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient, byte[] body) {
        return act(
                programme,
                recipient,
                body,
                decider -> decider.set(StrictJson.read(body, SetPlan.class).activities().stream()
                        .map(ActivityOfPlan::activity)
                        .toList()));
    }

    @POST
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
    @Path("/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "moveActivityMoney",
            summary = "Move money between activities",
            description = "At most what the one has not used, with the reason.")
    @RequestBody(
            description = "From, to, how much and why",
            required = true,
            content = @Content(schema = @Schema(implementation = MoveMoney.class)))
    @APIResponse(
            responseCode = "200",
            description = "The plan after it",
            content = @Content(schema = @Schema(implementation = ActivityPlanDocument.Plan.class)))
    @APIResponse(responseCode = "422", description = "Every fault; nothing was recorded")
    public Response moveActivityMoney(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient, byte[] body) {
        return act(programme, recipient, body, decider -> {
            MoveMoney move = StrictJson.read(body, MoveMoney.class);
            return decider.move(move.from(), move.to(), move.amount(), move.reason());
        });
    }

    @PUT
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY})
    @Path("/policies")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setActivityPolicies",
            summary = "Choose the recipient's own rules",
            description = "Rules that the recipient holds itself to from now on: an investment charges the year's"
                    + " depreciation alone; a new activity needs a budget for the time after the grant. Both are off until"
                    + " then.")
    @RequestBody(
            description = "Which rules are in force",
            required = true,
            content = @Content(schema = @Schema(implementation = ActivityPlanDocument.Policies.class)))
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = ActivityPlanDocument.Plan.class)))
    public Response setActivityPolicies(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient, byte[] body) {
        return act(programme, recipient, body, decider -> {
            ActivityPlanDocument.Policies chosen = StrictJson.read(body, ActivityPlanDocument.Policies.class);
            return decider.policies(new ActivityPlan.Policies(
                    chosen.onlyTheYearsDepreciation(), chosen.newActivityNeedsBudgetAfterwards()));
        });
    }

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR
    })
    @Path("/costs")
    @Operation(
            operationId = "listActivityCosts",
            summary = "The costs of a recipient's activities",
            description = "All that were booked, in the order of the log.")
    @APIResponse(
            responseCode = "200",
            description = "The costs",
            content = @Content(schema = @Schema(implementation = ActivityPlanDocument.Costs.class)))
    public ActivityPlanDocument.Costs listActivityCosts(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient) {
        return acts.read(current.get(), programme, recipient).costs();
    }

    @POST
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
    @Path("/costs")
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "bookActivityCosts",
            summary = "Book costs",
            description = "One or many; all are booked or none. A row names its activity, provider, amount, day and"
                    + " voucher; a voucher is booked once on an activity. An amount below 0 takes back an earlier cost. At most"
                    + " 20,000 rows.")
    @RequestBody(
            description = "The costs",
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CostRows.Sent.class)),
                @Content(mediaType = CSV)
            })
    @APIResponse(
            responseCode = "200",
            description = "The plan after it",
            content = @Content(schema = @Schema(implementation = ActivityPlanDocument.Plan.class)))
    @APIResponse(responseCode = "422", description = "Every fault with its row; nothing was recorded")
    public Response bookActivityCosts(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @Context HttpHeaders headers,
            byte[] body) {
        MediaType type = headers.getMediaType();
        if (type == null) {
            throw new NotSupportedException();
        }
        return book(programme, recipient, type.getSubtype().equalsIgnoreCase("csv"), body);
    }

    /** Books costs that came in JSON, or as CSV. */
    public Response book(String programme, String recipient, boolean csv, byte[] body) {
        return act(programme, recipient, body, decider -> {
            CostRows sent = csv ? CostRows.ofCsv(body) : CostRows.ofJson(body);
            return decider.book(sent.rows(), sent.faults());
        });
    }

    private Response act(
            String programme, String recipient, byte[] body, Function<ActivityPlanDecider, Outcome> decide) {
        return commands.execute(body, command -> acts.act(command, programme, recipient, decide));
    }
}
