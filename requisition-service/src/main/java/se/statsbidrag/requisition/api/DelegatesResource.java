package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.requisition.domain.MandateCommand;
import se.statsbidrag.requisition.read.MandateView;

/** Deputies and data coordinators, invited and removed by those whom the table of permissions lets. */
@Path(ApiPaths.REPRESENTATIVES + "/{organisationNumber}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "representatives", description = "Who may act for an organisation, for all grants")
public class DelegatesResource {
    private final MandateCommands commands;

    @Inject
    public DelegatesResource(MandateCommands commands) {
        this.commands = commands;
    }

    @PUT
    @Path("/deputies/{person}")
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY})
    @Operation(
            operationId = "inviteDeputy",
            summary = "Invite a deputy",
            description =
                    "By the representative. A deputy may also submit, on the representative's mandate and as long as it is in force.")
    @APIResponse(
            responseCode = "200",
            description = "Invited, now or before: the mandate as it stands",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(responseCode = "404", description = "No such organisation, or not the form of a person's opaque id")
    @APIResponse(responseCode = "409", description = "The person acts for the organisation in another role")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    public Response inviteDeputy(@PathParam("organisationNumber") String number, @PathParam("person") String person) {
        return commands.execute(
                number,
                command -> new MandateCommand.Invite(
                        command.caller().subject(), DelegateRole.DEPUTY, Lookup.person(person)));
    }

    @DELETE
    @Path("/deputies/{person}")
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY})
    @Operation(
            operationId = "removeDeputy",
            summary = "Remove a deputy",
            description = "By the representative, or by the deputy himself.")
    @APIResponse(
            responseCode = "200",
            description = "Removed, now or before: the mandate as it stands",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(responseCode = "404", description = "No such organisation, or not the form of a person's opaque id")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    public Response removeDeputy(@PathParam("organisationNumber") String number, @PathParam("person") String person) {
        return commands.execute(
                number,
                command -> new MandateCommand.Remove(
                        command.caller().subject(), DelegateRole.DEPUTY, Lookup.person(person)));
    }

    @PUT
    @Path("/data-coordinators/{person}")
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY})
    @Operation(
            operationId = "inviteDataCoordinator",
            summary = "Invite a data coordinator",
            description = "By the representative or a deputy. A data coordinator fills in, and never submits.")
    @APIResponse(
            responseCode = "200",
            description = "Invited, now or before: the mandate as it stands",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(responseCode = "404", description = "No such organisation, or not the form of a person's opaque id")
    @APIResponse(responseCode = "409", description = "The person acts for the organisation in another role")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    public Response inviteDataCoordinator(
            @PathParam("organisationNumber") String number, @PathParam("person") String person) {
        return commands.execute(
                number,
                command -> new MandateCommand.Invite(
                        command.caller().subject(), DelegateRole.DATA_COORDINATOR, Lookup.person(person)));
    }

    @DELETE
    @Path("/data-coordinators/{person}")
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
    @Operation(
            operationId = "removeDataCoordinator",
            summary = "Remove a data coordinator",
            description = "By the representative or a deputy, or by the data coordinator himself.")
    @APIResponse(
            responseCode = "200",
            description = "Removed, now or before: the mandate as it stands",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(responseCode = "404", description = "No such organisation, or not the form of a person's opaque id")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    public Response removeDataCoordinator(
            @PathParam("organisationNumber") String number, @PathParam("person") String person) {
        return commands.execute(
                number,
                command -> new MandateCommand.Remove(
                        command.caller().subject(), DelegateRole.DATA_COORDINATOR, Lookup.person(person)));
    }
}
