package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
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
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.application.PaymentHolds;
import se.statsbidrag.allocation.application.PaymentHolds.Recorded;
import se.statsbidrag.allocation.domain.ledger.Holds.Hold;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Stops of payments to a recipient, which persons place and release. */
@Path("/allocation/v1/programmes/{programme}/holds")
@Tag(name = "Holds", description = "Stops of payments to a recipient, shown to both sides")
public class HoldResource {
    private final PlanQueries queries;
    private final Commands commands;
    private final PaymentHolds holds;
    private final Ledgers ledgers;
    private final BusinessClock clock;

    @Inject
    HoldResource(PlanQueries queries, Commands commands, PaymentHolds holds, Ledgers ledgers, BusinessClock clock) {
        this.queries = queries;
        this.commands = commands;
        this.holds = holds;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * What to stop.
     *
     * @param recipient its code
     * @param type a short name of the kind of stop, such as {@code suspected-double-payment}
     * @param until the last day on which it holds; left out until it is released
     * @param reason why, Swedish, as the recipient reads it
     */
    public record Request(
            @JsonProperty(required = true) String recipient,
            @JsonProperty(required = true) String type,
            @Nullable String until,
            @JsonProperty(required = true) String reason) {}

    /** Why payments may go on. */
    public record Release(@JsonProperty(required = true) String reason) {}

    /**
     * A hold.
     *
     * @param holds whether it stops payments today
     * @param heldBy the opaque id of who placed it
     * @param released why it was released; left out while it was not
     * @param log where this answer was recorded; left out in the list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoldDocument(
            int hold,
            String recipient,
            String type,
            @Nullable LocalDate until,
            String reason,
            boolean holds,
            Instant heldAt,
            String heldBy,
            @Nullable String released,
            @Nullable String log,
            @Nullable Long position) {}

    /** A programme's holds, by number. */
    public record Holds(List<HoldDocument> holds) {}

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listHolds",
            summary = "A programme's holds",
            description = "By number, with those that hold no longer.")
    @APIResponse(
            responseCode = "200",
            description = "The holds",
            content = @Content(schema = @Schema(implementation = Holds.class)))
    public Holds list(@PathParam("programme") @Parameter(description = "The programme's name") String programme) {
        return new Holds(ledgers.load(queries.requireProgramme(programme)).ledger().holds().all().stream()
                .map(hold -> shown(hold, null))
                .toList());
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeHold",
            summary = "Stop payments to a recipient",
            description = "Nothing is decided for it and no payment is ordered while a hold holds.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "201",
            description = "Payments are stopped",
            content = @Content(schema = @Schema(implementation = HoldDocument.class)))
    public Response place(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme, byte[] body) {
        return commands.execute(body, command -> {
            Request request = StrictJson.read(body, Request.class);
            ProgrammeId id = queries.requireProgramme(programme);
            List<Fault> faults = new ArrayList<>();
            @Nullable RecipientCode recipient = HoldFields.recipient(
                    queries.planInForce(programme).calculation().definition(), request.recipient(), faults);
            HoldFields.type(request.type(), faults);
            @Nullable LocalDate until = HoldFields.until(request.until(), today(), faults);
            Reasons.check(request.reason(), faults);
            if (!faults.isEmpty() || recipient == null) {
                throw Problems.invalid(faults);
            }
            return answer(
                    201,
                    holds.hold(
                            command,
                            id,
                            recipient,
                            request.type(),
                            until,
                            request.reason().strip()));
        });
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Path("/{hold}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "releaseHold",
            summary = "Let payments go on",
            description = "409 when the hold holds no longer.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Release.class)))
    @APIResponse(
            responseCode = "200",
            description = "Payments may go on",
            content = @Content(schema = @Schema(implementation = HoldDocument.class)))
    public Response release(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("hold") @Parameter(description = "Its number in the programme") String hold,
            byte[] body) {
        return commands.execute(body, command -> {
            String reason =
                    Reasons.required(StrictJson.read(body, Release.class).reason());
            ProgrammeId id = queries.requireProgramme(programme);
            return answer(200, holds.release(command, id, DecisionResource.number(hold), reason));
        });
    }

    private Answer answer(int status, Recorded recorded) {
        return new Answer(status, shown(recorded.hold(), recorded.event()), 0);
    }

    private HoldDocument shown(Hold hold, @Nullable RecordedEvent event) {
        return new HoldDocument(
                hold.event().hold(),
                hold.event().recipient().value(),
                hold.event().type(),
                hold.event().until(),
                hold.event().reason(),
                hold.holdsOn(today()),
                hold.heldAt(),
                hold.heldBy(),
                hold.released(),
                event == null ? null : event.log(),
                event == null ? null : event.position());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN);
    }
}
