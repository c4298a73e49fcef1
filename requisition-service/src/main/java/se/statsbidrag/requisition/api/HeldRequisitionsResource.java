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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.read.RequisitionView;

/** What becomes of requisitions from those whose mandate has lapsed: an officer or the present representative says. */
@Path(ApiPaths.PROGRAMMES + "/{programme}/requisitions/{recipient}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Roles.REPRESENTATIVE, Roles.OFFICER})
@Tag(name = "requisitions", description = "Recipients' formal requests for their shares")
public class HeldRequisitionsResource {
    private final Lookup lookup;
    private final RequisitionCommands commands;

    @Inject
    public HeldRequisitionsResource(Lookup lookup, RequisitionCommands commands) {
        this.lookup = lookup;
        this.commands = commands;
    }

    /**
     * Which, and why.
     *
     * @param held number of the held requisition, as the requisition's field held says
     * @param reason at most 2000 characters, without names of people
     */
    @Schema(name = "OnHeldRequisition")
    public record OnHeld(long held, String reason) {}

    @POST
    @Path("/release")
    @Operation(
            operationId = "releaseRequisition",
            summary = "Let a held requisition in",
            description =
                    "When its sender's mandate is in force again. It keeps the arrival time that it had. What the "
                            + "recipient sent later is not displaced by it.")
    @RequestBody(
            description = "Which, and why",
            required = true,
            content = @Content(schema = @Schema(implementation = OnHeld.class)))
    @APIResponse(
            responseCode = "200",
            description = "Let in: the requisition as it stands",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such programme, recipient or held requisition")
    @APIResponse(
            responseCode = "409",
            description = "Its sender still has no mandate, or the recipient sent another later")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response release(@PathParam("programme") String name, @PathParam("recipient") String code, byte[] body) {
        return act(
                name,
                code,
                body,
                (fields, command) -> new RequisitionCommand.Release(
                        fields.whole("held"),
                        fields.text("reason"),
                        command.receivedAt(),
                        command.caller().subject(),
                        command.caller().is(Role.OFFICER)));
    }

    @POST
    @Path("/dismissal")
    @Operation(
            operationId = "dismissRequisition",
            summary = "Put a held requisition aside",
            description = "For good. It stays readable in the history.")
    @RequestBody(
            description = "Which, and why",
            required = true,
            content = @Content(schema = @Schema(implementation = OnHeld.class)))
    @APIResponse(
            responseCode = "200",
            description = "Put aside: the requisition as it stands, REJECTED when nothing else was ever received",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such programme, recipient or held requisition")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response dismiss(@PathParam("programme") String name, @PathParam("recipient") String code, byte[] body) {
        return act(
                name,
                code,
                body,
                (fields, command) -> new RequisitionCommand.Dismiss(
                        fields.whole("held"),
                        fields.text("reason"),
                        command.receivedAt(),
                        command.caller().subject(),
                        command.caller().is(Role.OFFICER)));
    }

    private Response act(
            String name, String code, byte[] body, BiFunction<BodyFields, Command, RequisitionCommand> read) {
        ProgrammeInForce programme = lookup.programme(name);
        return commands.execute(programme.id(), lookup.recipient(programme, code), body, read);
    }
}
