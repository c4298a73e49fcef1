package se.statsbidrag.allocation.api;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.ClaimInvoices;
import se.statsbidrag.allocation.application.RepaymentClaims;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** What recipients owe of decided claims: invoices, and what came back. */
@Path("/allocation/v1/programmes/{programme}/claims/{claim}")
@Tag(name = "Claims", description = "Money claimed back: proposed, told, answered, decided, invoiced and repaid")
public class ClaimInvoiceResource {
    private final Commands commands;
    private final RepaymentClaims claims;
    private final ClaimInvoices invoices;
    private final ClaimViews views;

    @Inject
    ClaimInvoiceResource(Commands commands, RepaymentClaims claims, ClaimInvoices invoices, ClaimViews views) {
        this.commands = commands;
        this.claims = claims;
        this.invoices = invoices;
        this.views = views;
    }

    /**
     * Invoices what was decided.
     *
     * @param due the last day to pay; left out, 30 days from now
     * @param reason why now, and by that day
     */
    public record ClaimInvoicing(
            @Nullable String due,
            @JsonProperty(required = true) String reason) {}

    /**
     * What came back.
     *
     * @param amount whole kronor
     * @param day when it came
     * @param reference the bank's, or where else it can be seen; the same counts once
     * @param reason why it is booked by hand
     */
    public record ClaimRepayment(
            @JsonProperty(required = true) long amount,
            @JsonProperty(required = true) String day,
            @JsonProperty(required = true) String reference,
            @JsonProperty(required = true) String reason) {}

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/invoice")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "invoiceClaim",
            summary = "Invoice a claim",
            description = "What was decided, to be paid within 30 days unless another day is named. Once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimInvoicing.class)))
    @APIResponse(
            responseCode = "201",
            description = "Invoiced; GET gives the invoice",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response invoice(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim,
            byte[] body) {
        return commands.execute(body, command -> {
            ClaimInvoicing invoicing = StrictJson.read(body, ClaimInvoicing.class);
            List<Fault> faults = new ArrayList<>();
            LocalDate due = Days.optional("due", invoicing.due(), faults);
            Reasons.check(invoicing.reason(), faults);
            if (!faults.isEmpty()) {
                throw Problems.invalid(faults);
            }
            ProgrammeDefinition definition = views.definition(programme);
            int number = DecisionResource.number(claim);
            invoices.requirePossible(definition, views.require(definition, number));
            return new Answer(
                    201,
                    views.shown(
                            definition,
                            claims.invoice(
                                    command,
                                    definition,
                                    number,
                                    due,
                                    invoicing.reason().strip())),
                    0);
        });
    }

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.AUDITOR,
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR
    })
    @Path("/invoice")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "getClaimInvoice",
            summary = "A claim's invoice",
            description = "Peppol BIS Billing 3 (UBL 2.1); the same bytes every time.")
    @APIResponse(
            responseCode = "200",
            description = "The invoice",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    public byte[] invoice(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim) {
        ProgrammeDefinition definition = views.definition(programme);
        Claim found = views.require(definition, DecisionResource.number(claim));
        if (found.invoice() == null) {
            throw Problems.notFound("invoice of claim '" + claim + "'");
        }
        return invoices.write(definition, found);
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/repayments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bookClaimRepayment",
            summary = "Book what came back of a claim",
            description = "Never more than is left. The same reference counts once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimRepayment.class)))
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response repay(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim,
            byte[] body) {
        return commands.execute(body, command -> {
            ClaimRepayment repayment = StrictJson.read(body, ClaimRepayment.class);
            List<Fault> faults = new ArrayList<>();
            LocalDate day = Days.required("day", repayment.day(), faults);
            String reference = Days.text("reference", repayment.reference(), faults);
            Reasons.check(repayment.reason(), faults);
            if (day == null || !faults.isEmpty()) {
                throw Problems.invalid(faults);
            }
            ProgrammeDefinition definition = views.definition(programme);
            return new Answer(
                    201,
                    views.shown(
                            definition,
                            claims.repay(
                                    command,
                                    definition,
                                    DecisionResource.number(claim),
                                    new RepaymentClaims.Repayment(
                                            repayment.amount(),
                                            day,
                                            reference,
                                            repayment.reason().strip()))),
                    0);
        });
    }
}
