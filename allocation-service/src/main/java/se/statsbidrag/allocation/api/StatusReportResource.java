package se.statsbidrag.allocation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.allocation.application.BankFiles;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;

/** What the bank says became of orders (pain.002). */
@Path("/allocation/v1/payment-status-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Orders to the bank, what it answers, and whether all agrees to the krona")
public class StatusReportResource {
    private final Commands commands;
    private final BankFiles files;

    @Inject
    StatusReportResource(Commands commands, BankFiles files) {
        this.commands = commands;
        this.files = files;
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "takeInStatusReport",
            summary = "Take in a payment status report",
            description =
                    "ISO 20022 pain.002.001.10. What is about no file of ours, cut off, or about other figures is"
                            + " refused whole; what does not fit is set aside with its reason. The same file again changes nothing.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_XML))
    @APIResponse(
            responseCode = "200",
            description = "What it came to",
            content = @Content(schema = @Schema(implementation = BankFileDocument.class)))
    public Response statusReport(byte[] body) {
        return commands.execute(
                body, command -> new Answer(200, BankFileDocument.of(files.statusReport(command, body)), 0));
    }
}
