package se.statsbidrag.allocation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.allocation.application.BankEntries;
import se.statsbidrag.allocation.application.BankEntries.Recorded;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.BankEntrySettled.Outcome;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;

/** What was set aside of the bank's files, and what a person found it to be. */
@Path("/allocation/v1/programmes/{programme}/bank-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Orders to the bank, what it answers, and whether all agrees to the krona")
public class BankEntryResource {
    private final Commands commands;
    private final PlanQueries queries;
    private final BankEntries entries;

    @Inject
    BankEntryResource(Commands commands, PlanQueries queries, BankEntries entries) {
        this.commands = commands;
        this.queries = queries;
        this.entries = entries;
    }

    /**
     * What was found.
     *
     * @param outcome {@code EXPLAINED}: no payment changes by it; {@code PAYMENT_RETURNED}: the payment came back whole
     *     from the recipient's bank, and is to be ordered anew
     * @param reason what was found
     */
    @Schema(name = "BankEntrySettlement")
    public record Settlement(String outcome, String reason) {}

    /** An entry as it is settled, and where that is recorded. */
    @Schema(name = "SettledBankEntry")
    public record Settled(PaymentResource.Entry entry, String log, long position) {}

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/{entry}/settlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "settleBankEntry",
            summary = "Say what an entry that was set aside is about",
            description =
                    "A repayment without its invoice's number is recorded on its claim and explained here. 409 when"
                            + " the entry is settled, or is not the whole of a payment that came back.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Settlement.class)))
    @APIResponse(
            responseCode = "200",
            description = "Settled",
            content = @Content(schema = @Schema(implementation = Settled.class)))
    public Response settle(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("entry") @Parameter(description = "Its number, as the reconciliation shows it") String entry,
            byte[] body) {
        return commands.execute(body, command -> {
            Settlement settlement = StrictJson.read(body, Settlement.class);
            List<Fault> faults = new ArrayList<>();
            List<Outcome> outcomes = Stream.of(Outcome.values())
                    .filter(each -> each.name().equals(settlement.outcome()))
                    .toList();
            if (outcomes.isEmpty()) {
                faults.add(Fault.of(
                                "outcome",
                                settlement.outcome(),
                                "It is no outcome",
                                "Use one of " + List.of(Outcome.values()))
                        .inSwedish("Välj vad posten är."));
            }
            Reasons.check(settlement.reason(), faults);
            if (!faults.isEmpty()) {
                throw Problems.invalid(faults);
            }
            Recorded recorded = entries.settle(
                    command,
                    queries.requireProgramme(programme),
                    DecisionResource.number(entry),
                    outcomes.getFirst(),
                    settlement.reason().strip());
            return new Answer(
                    200,
                    new Settled(
                            PaymentResource.Entry.of(recorded.entry()),
                            recorded.event().log(),
                            recorded.event().position()),
                    0);
        });
    }
}
