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
import java.time.format.DateTimeParseException;
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
import se.statsbidrag.allocation.application.PaymentBatches;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;

/** Orders to the bank to pay what is decided. */
@Path("/allocation/v1/programmes/{programme}/payment-batches")
@Tag(name = "Payments", description = "Orders to the bank, what it answers, and whether all agrees to the krona")
public class PaymentBatchResource {
    private final PlanQueries queries;
    private final Commands commands;
    private final PaymentBatches batches;
    private final Ledgers ledgers;

    @Inject
    PaymentBatchResource(PlanQueries queries, Commands commands, PaymentBatches batches, Ledgers ledgers) {
        this.queries = queries;
        this.commands = commands;
        this.batches = batches;
        this.ledgers = ledgers;
    }

    /**
     * What to order.
     *
     * @param executionDate the bank day on which the bank is to pay
     * @param decisions numbers of those to be paid; left out for all that are not ordered
     * @param latePaymentReason why it is paid after the programme's year; left out when it is not
     */
    @Schema(name = "PaymentBatchRequest")
    public record Request(
            @JsonProperty(required = true) String executionDate,
            @Nullable List<Integer> decisions,
            @Nullable String latePaymentReason) {}

    /**
     * What the second person says.
     *
     * @param fileSha256 of the file that he has read, 64 hexadecimal digits
     */
    @Schema(name = "PaymentBatchApproval")
    public record Approval(
            @JsonProperty(required = true) String fileSha256,
            @JsonProperty(required = true) String reason) {}

    /** Why a batch is given back. */
    @Schema(name = "PaymentBatchReturn")
    public record Return(@JsonProperty(required = true) String reason) {}

    /** A programme's batches, by number. */
    @Schema(name = "PaymentBatches")
    public record Batches(List<PaymentBatchDocument> batches) {}

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "preparePaymentBatch",
            summary = "Prepare a batch of payments",
            description = "One payment to each recipient of all that is decided and not yet ordered; what the bank"
                    + " rejected is ordered anew. Recipients whom a hold or a condition bars on the day, without payment"
                    + " details or cover, are left out and named. 409 when nothing is to be paid.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "201",
            description = "Prepared: it waits for another person",
            content = @Content(schema = @Schema(implementation = PaymentBatchDocument.class)))
    public Response prepare(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme, byte[] body) {
        return commands.execute(body, command -> {
            Request request = StrictJson.read(body, Request.class);
            List<Fault> faults = new ArrayList<>();
            @Nullable LocalDate day = day(request.executionDate(), faults);
            String late = request.latePaymentReason() == null ? "" : request.latePaymentReason();
            if (!late.isBlank()) {
                Reasons.check(late, faults);
            }
            if (day == null || !faults.isEmpty()) {
                throw Problems.invalid(faults);
            }
            List<Integer> decisions = request.decisions() == null ? new ArrayList<>() : request.decisions();
            return new Answer(
                    201,
                    PaymentBatchDocument.after(batches.prepare(
                            command, queries.planInForce(programme).calculation(), day, decisions, late.strip())),
                    0);
        });
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listPaymentBatches", summary = "A programme's batches of payments")
    @APIResponse(
            responseCode = "200",
            description = "The batches, by number",
            content = @Content(schema = @Schema(implementation = Batches.class)))
    public Batches list(@PathParam("programme") @Parameter(description = "The programme's name") String programme) {
        return new Batches(ledgers.load(queries.requireProgramme(programme)).ledger().payments().batches().stream()
                .map(PaymentBatchDocument::listed)
                .toList());
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/{batch}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getPaymentBatch", summary = "A batch of payments")
    @APIResponse(
            responseCode = "200",
            description = "The batch",
            content = @Content(schema = @Schema(implementation = PaymentBatchDocument.class)))
    public PaymentBatchDocument batch(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("batch") @Parameter(description = "Its number in the programme") String batch) {
        return PaymentBatchDocument.whole(require(programme, batch));
    }

    @GET
    @RolesAllowed({Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/{batch}/payment-file")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "getPaymentFile",
            summary = "A batch's file",
            description = "ISO 20022 pain.001.001.09. The same batch gives the same bytes, always.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = MediaType.APPLICATION_XML))
    public Response file(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("batch") @Parameter(description = "Its number in the programme") String batch) {
        Batch found = require(programme, batch);
        return Response.ok(batches.file(found), MediaType.APPLICATION_XML_TYPE)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + found.event().message() + ".xml\"")
                .build();
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/{batch}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approvePaymentBatch",
            summary = "Approve a batch against its file",
            description = "By another person than the one who prepared it. The file then goes to the bank. 409 when the"
                    + " hash is another file's, or when something bars a payment by now.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Approval.class)))
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = PaymentBatchDocument.class)))
    public Response approve(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("batch") @Parameter(description = "Its number in the programme") String batch,
            byte[] body) {
        return commands.execute(body, command -> {
            Approval approval = StrictJson.read(body, Approval.class);
            return new Answer(
                    200,
                    PaymentBatchDocument.after(batches.approve(
                            command,
                            queries.planInForce(programme).calculation(),
                            DecisionResource.number(batch),
                            approval.fileSha256(),
                            Reasons.required(approval.reason()))),
                    0);
        });
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/{batch}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnPaymentBatch",
            summary = "Give a batch back",
            description =
                    "One that is not approved; its payments are to be ordered anew. The one who prepared it may do"
                            + " so too.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Return.class)))
    @APIResponse(
            responseCode = "200",
            description = "Given back",
            content = @Content(schema = @Schema(implementation = PaymentBatchDocument.class)))
    public Response giveBack(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("batch") @Parameter(description = "Its number in the programme") String batch,
            byte[] body) {
        return commands.execute(body, command -> {
            String reason = Reasons.required(StrictJson.read(body, Return.class).reason());
            return new Answer(
                    200,
                    PaymentBatchDocument.after(batches.giveBack(
                            command, queries.requireProgramme(programme), DecisionResource.number(batch), reason)),
                    0);
        });
    }

    private Batch require(String programme, String batch) {
        return batches.find(queries.requireProgramme(programme), DecisionResource.number(batch))
                .orElseThrow(() -> Problems.notFound("payment batch '" + batch + "' of programme '" + programme + "'"));
    }

    private static @Nullable LocalDate day(String text, List<Fault> faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(Fault.of("executionDate", text, "It is not a day", "Write it as 2025-06-12"));
            return null;
        }
    }
}
