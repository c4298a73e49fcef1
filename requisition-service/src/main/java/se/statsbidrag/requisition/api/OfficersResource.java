package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.read.RequisitionView;

/** What officers do with requisitions, always with a reason. */
@Path(ApiPaths.PROGRAMMES + "/{programme}/requisitions/{recipient}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.OFFICER)
@Tag(name = "officers", description = "Officers' acts")
public class OfficersResource {
    private final Lookup lookup;
    private final RequisitionCommands commands;

    @Inject
    public OfficersResource(Lookup lookup, RequisitionCommands commands) {
        this.lookup = lookup;
        this.commands = commands;
    }

    /**
     * Why.
     *
     * @param reason at most 2000 characters, without names of people
     */
    @Schema(name = "OfficersAct")
    public record Act(String reason) {}

    /**
     * What is missing, and until when it can be completed.
     *
     * @param reason at most 2000 characters, without names of people
     * @param completeBy last day for completing it, to its end in Swedish time
     */
    @Schema(name = "OfficersReturn")
    public record Return(String reason, LocalDate completeBy) {}

    @POST
    @Path("/approval")
    @Operation(
            operationId = "approveRequisition",
            summary = "Approve a requisition",
            description = "The one in force. One that came late must be admitted first.")
    @RequestBody(description = "Why", required = true, content = @Content(schema = @Schema(implementation = Act.class)))
    @APIResponse(
            responseCode = "200",
            description = "Approved: the requisition as it stands",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such programme or recipient, or nothing was requisitioned")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is decided or withdrawn, came late and is not admitted, or was sent by the caller himself")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response approve(@PathParam("programme") String name, @PathParam("recipient") String code, byte[] body) {
        return act(
                name,
                code,
                body,
                (fields, command) -> new RequisitionCommand.Approve(
                        fields.text("reason"),
                        command.receivedAt(),
                        command.caller().subject()));
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "returnRequisition",
            summary = "Return a requisition for completion",
            description =
                    "The one in force. A completion within completeBy keeps the arrival time and may not raise the "
                            + "amount; until then the requisition reserves its share.")
    @RequestBody(
            description = "What is missing, and until when it can be completed",
            required = true,
            content = @Content(schema = @Schema(implementation = Return.class)))
    @APIResponse(
            responseCode = "200",
            description = "Returned: the requisition as it stands",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such programme or recipient, or nothing was requisitioned")
    @APIResponse(responseCode = "409", description = "It is decided or withdrawn, or came late and is not admitted")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response sendBack(@PathParam("programme") String name, @PathParam("recipient") String code, byte[] body) {
        return act(
                name,
                code,
                body,
                (fields, command) -> new RequisitionCommand.Return(
                        fields.text("reason"),
                        fields.date("completeBy"),
                        command.receivedAt(),
                        command.caller().subject()));
    }

    @POST
    @Path("/rejection")
    @Operation(
            operationId = "rejectRequisition",
            summary = "Reject a requisition",
            description = "The one in force. One that came late must be admitted or declined instead.")
    @RequestBody(description = "Why", required = true, content = @Content(schema = @Schema(implementation = Act.class)))
    @APIResponse(
            responseCode = "200",
            description = "Rejected: the requisition as it stands",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such programme or recipient, or nothing was requisitioned")
    @APIResponse(responseCode = "409", description = "It is decided or withdrawn, or came late and is not admitted")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response reject(@PathParam("programme") String name, @PathParam("recipient") String code, byte[] body) {
        return act(
                name,
                code,
                body,
                (fields, command) -> new RequisitionCommand.Reject(
                        fields.text("reason"),
                        command.receivedAt(),
                        command.caller().subject()));
    }

    private Response act(
            String name, String code, byte[] body, BiFunction<BodyFields, Command, RequisitionCommand> read) {
        ProgrammeInForce programme = lookup.programme(name);
        return commands.execute(programme.id(), lookup.recipient(programme, code), body, read);
    }
}
