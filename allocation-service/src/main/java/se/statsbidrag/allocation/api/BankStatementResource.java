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

/** The bank's statements of the agency's account (camt.053). */
@Path("/allocation/v1/bank-statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Orders to the bank, what it answers, and whether all agrees to the krona")
public class BankStatementResource {
    private final Commands commands;
    private final BankFiles files;

    @Inject
    BankStatementResource(Commands commands, BankFiles files) {
        this.commands = commands;
        this.files = files;
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "takeInBankStatement",
            summary = "Take in a statement of account",
            description = "ISO 20022 camt.053.001.08 of the agency's account. Of another account, or with sums that do"
                    + " not hold, it is refused whole; entries that do not fit are set aside with their reason. The same file"
                    + " again changes nothing.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_XML))
    @APIResponse(
            responseCode = "200",
            description = "What it came to",
            content = @Content(schema = @Schema(implementation = BankFileDocument.class)))
    public Response statement(byte[] body) {
        return commands.execute(
                body, command -> new Answer(200, BankFileDocument.of(files.statement(command, body)), 0));
    }
}
