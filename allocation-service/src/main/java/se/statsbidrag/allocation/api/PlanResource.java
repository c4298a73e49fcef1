package se.statsbidrag.allocation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.PlanQueries.Query;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Problems;

/** The plan of a programme: who is due how much from which pot. */
@Path("/allocation/v1/programmes/{programme}/plan")
@Tag(name = "Plans", description = "Who is due how much from which pot, computed from what has been recorded")
public class PlanResource {
    static final String AFTER = "Log position that must be included, <log>:<position>; repeatable";
    static final String WAIT = "How many seconds to wait for it at most, 0 to 10";
    static final String AS_OF =
            "RFC 3339 instant that has passed: the plan over the events recorded by then, the same answer for ever";

    private final PlanQueries queries;
    private final RecipientAccess access;

    @Inject
    PlanResource(PlanQueries queries, RecipientAccess access) {
        this.queries = queries;
        this.access = access;
    }

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR,
        Roles.SISTER_SERVICE
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getPlan",
            summary = "The plan of a programme",
            description =
                    "One document, never paged. Amounts are whole kronor. Status STALE: the last computation failed"
                            + " and staleReason says why; the amounts are those of the last good plan.")
    @APIResponse(
            responseCode = "200",
            description = "The plan; its ETag changes with its digest or status",
            content = @Content(schema = @Schema(implementation = PlanDocument.class)))
    public Response plan(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @QueryParam("after") @Parameter(description = AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = WAIT) @Nullable Integer wait,
            @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable String asOf,
            @Context Request request) {
        PlanDocument plan = queries.plan(new Query(programme, after, wait, asOf));
        EntityTag tag = tag(plan);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null ? Response.ok(plan).tag(tag).build() : unchanged.build();
    }

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR,
        Roles.SISTER_SERVICE,
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR
    })
    @Path("/{recipient}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getRecipientPlan",
            summary = "What one recipient is due",
            description = "The recipient's total and its line in every pot, 0 included.")
    @APIResponse(
            responseCode = "200",
            description = "The recipient's part of the plan",
            content = @Content(schema = @Schema(implementation = RecipientPlan.class)))
    public Response recipient(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("recipient") @Parameter(description = "The recipient's official code") String recipient,
            @QueryParam("after") @Parameter(description = AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = WAIT) @Nullable Integer wait,
            @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable String asOf,
            @Context Request request) {
        access.require(programme, recipient);
        PlanDocument plan = queries.plan(new Query(programme, after, wait, asOf));
        PlanDocument.Recipient part = plan.findRecipient(recipient)
                .orElseThrow(() -> Problems.notFound("recipient '" + recipient + "' of programme '" + programme + "'"));
        EntityTag tag = tag(plan);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(RecipientPlan.of(plan, part)).tag(tag).build()
                : unchanged.build();
    }

    /** Weak: the basis may move while the money stays. */
    static EntityTag tag(PlanDocument plan) {
        return new EntityTag(plan.digest() + "-" + plan.status(), true);
    }
}
