package se.statsbidrag.reporting.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.reporting.application.LateDeliveries;
import se.statsbidrag.reporting.application.LateDelivery;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.reporting.domain.LateDeliveryState;
import se.statsbidrag.reporting.read.LateDeliveryList;

/** Deliveries that came after a programme's cut-off: two persons let one in, or one does not. */
@Path("/reporting/v1/late-arrivals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Late arrivals", description = "Deliveries that came after a programme's cut-off")
@Blocking
public class LateArrivalsResource {
    private final Commands commands;
    private final LateDeliveries deliveries;
    private final LateDeliveryList list;
    private final Positions positions;
    private final CurrentCaller current;

    LateArrivalsResource(
            Commands commands,
            LateDeliveries deliveries,
            LateDeliveryList list,
            Positions positions,
            CurrentCaller current) {
        this.commands = commands;
        this.deliveries = deliveries;
        this.list = list;
        this.positions = positions;
        this.current = current;
    }

    /** What an officer says of a late delivery. */
    record Act(String reason) {}

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
    @Operation(
            operationId = "listLateArrivals",
            summary = "Deliveries that came too late to move a programme's money",
            description =
                    "The oldest first, with what became of them: one for each programme, reporter, month and revision."
                            + " Only a month's newest revision waits; what an extended cut-off lets in is late no longer and"
                            + " leaves the list. Each that waits carries the facts to post to the plan's simulations.")
    @APIResponse(
            responseCode = "200",
            description = "One page of late deliveries",
            content = @Content(schema = @Schema(implementation = LateDeliveryDocument.LateArrivals.class)))
    public LateDeliveryDocument.LateArrivals listLateArrivals(
            @QueryParam("programme") @Parameter(description = "Only this programme's") @Nullable String programme,
            @QueryParam("reporter") @Parameter(description = "Only this reporter's") @Nullable String reporter,
            @QueryParam("month") @Parameter(description = "Only this month's", example = "2025-10") @Nullable String month,
            @QueryParam("state")
                    @Parameter(description = "Only those in this state: WAITING, PROPOSED, ADMITTED or DECLINED")
                    @Nullable String state,
            @BeanParam Paging paging) {
        List<Fault> faults = new ArrayList<>();
        YearMonth when = Parameters.month("month", month, faults);
        LateDeliveryState only = QueryParameters.oneOf("state", state, LateDeliveryState.values(), faults);
        Paging.Chosen chosen = paging.chosen(faults);
        paging.await(positions, faults);
        LateDeliveryList.Found found =
                list.find(new LateDeliveryList.Sought(programme, reporter, when, only), chosen.page(), chosen.limit());
        return new LateDeliveryDocument.LateArrivals(
                found.deliveries().stream()
                        .map(late -> LateDeliveryDocument.of(late, seesPersons()))
                        .toList(),
                chosen.page(),
                chosen.limit(),
                found.total());
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{id}/admission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "admitLateArrival",
            summary = "Let a late delivery move a programme's money",
            description =
                    "Takes two officers: the first call proposes it, the second, by another person, admits it. It"
                            + " then replaces what the reporter delivered in time for the month; other programmes do not notice.")
    @RequestBody(description = "Why", required = true, content = @Content(schema = @Schema(implementation = Act.class)))
    @APIResponse(
            responseCode = "202",
            description = "Proposed: it waits for a second officer",
            content = @Content(schema = @Schema(implementation = LateDeliveryDocument.Late.class)))
    @APIResponse(
            responseCode = "200",
            description = "Admitted",
            content = @Content(schema = @Schema(implementation = LateDeliveryDocument.Late.class)))
    @APIResponse(responseCode = "404", description = "No such late delivery")
    @APIResponse(
            responseCode = "409",
            description =
                    "The officer is the one who proposed it; it is settled already, no longer late, or replaced by"
                            + " a newer revision")
    public Response admit(@PathParam("id") String id, byte[] body) {
        return commands.execute(body, command -> {
            String reason = Reasons.required(StrictJson.read(body, Act.class).reason());
            LateDelivery late = deliveries.admit(command, late(id), reason);
            return new Answer(
                    late.state() == LateDeliveryState.PROPOSED ? 202 : 200, LateDeliveryDocument.of(late, true), 0);
        });
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{id}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "declineLateArrival",
            summary = "Do not let a late delivery move a programme's money",
            description =
                    "One officer's decision. It still counts in statistics, and waits no longer; a proposal to let"
                            + " it in falls. The reporter may deliver again.")
    @RequestBody(description = "Why", required = true, content = @Content(schema = @Schema(implementation = Act.class)))
    @APIResponse(
            responseCode = "200",
            description = "Declined",
            content = @Content(schema = @Schema(implementation = LateDeliveryDocument.Late.class)))
    @APIResponse(responseCode = "404", description = "No such late delivery")
    @APIResponse(responseCode = "409", description = "It is settled already, no longer late, or replaced")
    public Response decline(@PathParam("id") String id, byte[] body) {
        return commands.execute(body, command -> {
            String reason = Reasons.required(StrictJson.read(body, Act.class).reason());
            return new Answer(200, LateDeliveryDocument.of(deliveries.decline(command, late(id), reason), true), 0);
        });
    }

    /** Who proposes what concerns those who work with it and those who examine it. */
    private boolean seesPersons() {
        Caller caller = current.get();
        return caller.isStaff() || caller.is(Role.AUDITOR);
    }

    private static LateDeliveryId late(String id) {
        return LateDeliveryId.of(id).orElseThrow(() -> Problems.notFound("late delivery '" + id + "'"));
    }
}
