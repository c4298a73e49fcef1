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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import se.statsbidrag.allocation.application.AppropriationAccount;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.PlanQueries.Explained;
import se.statsbidrag.allocation.read.PlanQueries.Query;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** The agency's own account with the authority that holds the appropriation (R-K1 to R-K3). */
@Path("/allocation/v1/programmes/{programme}/appropriation")
@Tag(name = "Appropriation", description = "The agency's own account with the authority that holds the appropriation")
public class AppropriationResource {
    private final Programmes programmes;
    private final PlanQueries queries;
    private final Ledgers ledgers;
    private final Commands commands;
    private final AppropriationAccount account;

    @Inject
    AppropriationResource(
            Programmes programmes,
            PlanQueries queries,
            Ledgers ledgers,
            Commands commands,
            AppropriationAccount account) {
        this.programmes = programmes;
        this.queries = queries;
        this.ledgers = ledgers;
        this.commands = commands;
        this.account = account;
    }

    /** @param amount whole kronor */
    public record AppropriationRequest(
            @JsonProperty(required = true) long amount) {}

    /**
     * Money that came or went.
     *
     * @param amount whole kronor
     * @param day when it did
     * @param reference where it can be seen; the same counts once
     */
    public record AppropriationEntry(
            @JsonProperty(required = true) long amount,
            @JsonProperty(required = true) String day,
            @JsonProperty(required = true) String reference) {}

    /**
     * A cost of the agency's own.
     *
     * @param amount whole kronor; below 0 to correct an earlier one
     * @param day when it was booked
     * @param reference the voucher; the same counts once
     * @param text what it is
     */
    public record OwnCost(
            @JsonProperty(required = true) long amount,
            @JsonProperty(required = true) String day,
            @JsonProperty(required = true) String reference,
            @JsonProperty(required = true) String text) {}

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR,
        Roles.SISTER_SERVICE
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getAppropriation",
            summary = "The agency's account",
            description = "What was requisitioned, received, paid, used and returned, and what is left. It closes when"
                    + " what was received is what was paid less what recipients repaid, plus the agency's own cost, plus"
                    + " what was returned. With asOf by what was recorded at or before that instant, the same answer for"
                    + " ever.")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AppropriationDocument.class)))
    public AppropriationDocument appropriation(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @QueryParam("asOf") @Parameter(description = PlanResource.AS_OF) @Nullable String asOf) {
        if (asOf != null) {
            Explained explained = queries.explained(new Query(programme, List.of(), null, asOf));
            ProgrammeDefinition then = explained.calculation().definition();
            return AppropriationDocument.of(
                    then, ledgers.asOf(then.id(), explained.document().computedAt()), null);
        }
        ProgrammeDefinition definition = definition(programme);
        return AppropriationDocument.of(
                definition, ledgers.load(definition.id()).ledger(), null);
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/requisition")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "requisitionAppropriation",
            summary = "Requisition the money",
            description =
                    "Once, by the day that the definition states, within the frame; it cites the decision's number (R-K2, R-K3).")
    @RequestBody(content = @Content(schema = @Schema(implementation = AppropriationRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "Requisitioned",
            content = @Content(schema = @Schema(implementation = AppropriationDocument.class)))
    public Response requisition(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme, byte[] body) {
        return commands.execute(body, command -> {
            AppropriationRequest request = StrictJson.read(body, AppropriationRequest.class);
            return act(command, programme, acts -> acts.requisition(request.amount()));
        });
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/receipts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "receiveAppropriation",
            summary = "Book money that came in",
            description = "Never more than was requisitioned.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AppropriationEntry.class)))
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = AppropriationDocument.class)))
    public Response receive(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme, byte[] body) {
        return commands.execute(body, command -> {
            Booked entry = booked(StrictJson.read(body, AppropriationEntry.class));
            return act(command, programme, acts -> acts.receive(entry.amount(), entry.day(), entry.reference()));
        });
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/own-costs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bookOwnCost",
            summary = "Book a cost of the agency's own",
            description = "In all from 0 to what the definition allows (R-K1).")
    @RequestBody(content = @Content(schema = @Schema(implementation = OwnCost.class)))
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = AppropriationDocument.class)))
    public Response bookOwnCost(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme, byte[] body) {
        return commands.execute(body, command -> {
            OwnCost cost = StrictJson.read(body, OwnCost.class);
            String text = Days.text("text", cost.text());
            Booked entry = booked(new AppropriationEntry(cost.amount(), cost.day(), cost.reference()));
            return act(
                    command, programme, acts -> acts.bookOwnCost(entry.amount(), entry.day(), entry.reference(), text));
        });
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/repayments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnAppropriation",
            summary = "Account, and repay what is left",
            description =
                    "All that is left, 0 included; later what recipients paid back since. After it, more to pay has no cover.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AppropriationEntry.class)))
    @APIResponse(
            responseCode = "201",
            description = "Repaid",
            content = @Content(schema = @Schema(implementation = AppropriationDocument.class)))
    public Response giveBack(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme, byte[] body) {
        return commands.execute(body, command -> {
            Booked entry = booked(StrictJson.read(body, AppropriationEntry.class));
            return act(command, programme, acts -> acts.giveBack(entry.amount(), entry.day(), entry.reference()));
        });
    }

    private record Booked(long amount, LocalDate day, String reference) {}

    private static Booked booked(AppropriationEntry entry) {
        List<Fault> faults = new ArrayList<>();
        LocalDate day = Days.required("day", entry.day(), faults);
        String reference = Days.text("reference", entry.reference(), faults);
        if (day == null || !faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return new Booked(entry.amount(), day, reference);
    }

    private Answer act(Command command, String programme, AppropriationAccount.Act act) {
        ProgrammeDefinition definition = definition(programme);
        AppropriationAccount.Recorded recorded = account.act(command, definition, act);
        return new Answer(201, AppropriationDocument.of(definition, recorded.ledger(), recorded.event()), 0);
    }

    private ProgrammeDefinition definition(String programme) {
        return programmes.require(PlanQueries.programme(programme)).definition();
    }
}
