package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.requisition.application.Deadlines;
import se.statsbidrag.requisition.domain.DeadlineDecider;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.ProgrammeId;

/** A programme's deadlines, and their extension. */
@Path(ApiPaths.PROGRAMMES + "/{programme}/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "deadlines", description = "Last days, and their extension")
public class DeadlinesResource {
    private final Lookup lookup;
    private final Waiting waiting;
    private final Deadlines deadlines;
    private final Commands commands;

    @Inject
    public DeadlinesResource(Lookup lookup, Waiting waiting, Deadlines deadlines, Commands commands) {
        this.lookup = lookup;
        this.waiting = waiting;
        this.deadlines = deadlines;
        this.commands = commands;
    }

    /** A programme's deadlines, in the order of its definition. */
    @Schema(name = "DeadlineList")
    public record DeadlineList(List<DeadlineView> deadlines) {}

    /**
     * Another day.
     *
     * @param dueDate the last day to be, later than the one in force
     * @param reason at most 2000 characters, without names of people
     */
    @Schema(name = "DeadlineExtension")
    public record Extension(LocalDate dueDate, String reason) {}

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.REGISTER_FEED,
        Roles.READER,
        Roles.AUDITOR,
        Roles.OPERATOR
    })
    @Operation(
            operationId = "listDeadlines",
            summary = "A programme's deadlines",
            description =
                    "Each with the day in force, extensions included, and when the log that owns it was marked as "
                            + "having passed it.")
    @APIResponse(responseCode = "200", description = "The deadlines, in the order of the definition")
    @APIResponse(responseCode = "404", description = "No such programme is in force")
    @APIResponse(responseCode = "422", description = "A parameter is wrong")
    @APIResponse(responseCode = "504", description = "The position is not included yet")
    public DeadlineList list(
            @PathParam("programme") String name,
            @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
                    @QueryParam("after")
                    @Nullable List<String> after,
            @Parameter(description = "How many seconds to wait for it at most, 0 to 10") @QueryParam("wait") @Nullable String wait) {
        waiting.until(after, wait);
        ProgrammeInForce programme = lookup.programme(name);
        return new DeadlineList(programme.deadlines().stream()
                .map(deadline -> DeadlineView.of(programme, deadline))
                .toList());
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{deadline}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "extendDeadline",
            summary = "Extend a deadline",
            description =
                    "To a later day only, before or after it has passed. A mark that closed the earlier day is void; "
                            + "what came late and lies within the new day is in time.")
    @RequestBody(
            description = "The new day, and why",
            required = true,
            content = @Content(schema = @Schema(implementation = Extension.class)))
    @APIResponse(
            responseCode = "200",
            description = "Extended: the deadline as it stands",
            content = @Content(schema = @Schema(implementation = DeadlineView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such programme or deadline; those there are, are named")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response extend(
            @PathParam("programme") String name, @PathParam("deadline") String deadlineName, byte @Nullable [] body) {
        ProgrammeInForce programme = lookup.programme(name);
        DeadlineId deadline = lookup.deadline(programme, deadlineName).id();
        byte[] sent = body == null ? new byte[0] : body;
        return commands.execute(sent, command -> extend(programme.id(), deadline, sent, command));
    }

    private Answer extend(ProgrammeId id, DeadlineId deadlineId, byte[] body, Command command) {
        BodyFields fields = BodyFields.of(body);
        LocalDate dueDate = fields.date("dueDate");
        String reason = fields.text("reason");
        long version = deadlines.version(id, deadlineId);
        command.requireMatch(version);
        ProgrammeInForce programme = lookup.programme(id.value());
        DeadlineInForce before = lookup.deadline(programme, deadlineId.value());
        List<GrantEvent> events = Refusals.accepted(
                new DeadlineDecider(id, deadlineId, before.dueDate()).extend(dueDate, reason), fields.faults());
        RecordedEvent recorded = deadlines.record(id, deadlineId, version, events, command.origin());
        DeadlineInForce after = new DeadlineInForce(id, before.definition(), dueDate, recorded.reference(), null, null);
        return new Answer(200, DeadlineView.of(programme, after), recorded.version());
    }
}
