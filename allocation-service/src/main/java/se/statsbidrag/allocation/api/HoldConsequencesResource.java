package se.statsbidrag.allocation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.PaymentHolds;
import se.statsbidrag.allocation.application.PaymentHolds.Consequences;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.RecipientCode;

/** What a stop of payments comes to in kronor before it is placed, and before it is lifted. Records nothing. */
@Path("/allocation/v1/programmes/{programme}/holds")
@Tag(name = "Holds", description = "Stops of payments to a recipient, shown to both sides")
public class HoldConsequencesResource {
    private final PlanQueries queries;
    private final PaymentHolds holds;
    private final BusinessClock clock;

    @Inject
    HoldConsequencesResource(PlanQueries queries, PaymentHolds holds, BusinessClock clock) {
        this.queries = queries;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * What a stop comes to. Whole kronor.
     *
     * @param changed what placing it newly keeps, or lifting it lets go on: 0 where other things bar payment anyway
     * @param stopped what it keeps in all
     * @param goesOn what the bank has been told to pay, which no stop reaches
     * @param batches those that cannot be approved while it holds
     * @param otherReasons what bars payment besides it
     * @param covered whether the programme has money left to pay with
     */
    public record HoldConsequences(
            String recipient,
            long changed,
            long stopped,
            long goesOn,
            List<Line> lines,
            List<WaitingBatch> batches,
            List<DecisionDocument.Reason> otherReasons,
            boolean covered) {

        /**
         * A sum on its way.
         *
         * @param stage UNDECIDED, DECIDED, PREPARED or SENT
         * @param reference the decision's case number or the payment's identification; empty for what is not decided
         */
        public record Line(String stage, String pot, String reference, long amount, boolean stopped) {}

        /** A batch to be returned and made anew, how many others it pays, and what. */
        public record WaitingBatch(int batch, int others, long amount) {}

        static HoldConsequences of(Consequences consequences) {
            return new HoldConsequences(
                    consequences.money().recipient().value(),
                    consequences.changed(),
                    consequences.money().stopped(),
                    consequences.money().goesOn(),
                    consequences.money().lines().stream()
                            .map(line -> new Line(
                                    line.stage().name(),
                                    line.pot().value(),
                                    line.reference(),
                                    line.amount(),
                                    line.stopped()))
                            .toList(),
                    consequences.money().batches().stream()
                            .map(each -> new WaitingBatch(each.batch(), each.others(), each.amount()))
                            .toList(),
                    consequences.others().stream()
                            .map(DecisionDocument.Reason::of)
                            .toList(),
                    consequences.covered());
        }
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/consequences")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getHoldConsequences",
            summary = "What a stop would stop, in kronor",
            description = "By pot and by how far the money has come; records nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The consequences of a stop that is not placed",
            content = @Content(schema = @Schema(implementation = HoldConsequences.class)))
    public HoldConsequences ofHold(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @QueryParam("recipient") @Parameter(description = "The recipient's code", required = true) @Nullable String recipient,
            @QueryParam("until")
                    @Parameter(description = "The last day on which it would hold; left out for no end")
                    @Nullable String until) {
        return HoldConsequences.of(
                consequences(queries.planInForce(programme).calculation(), recipient == null ? "" : recipient, until));
    }

    /**
     * What a stop would change.
     *
     * @param until a day; null for until it is lifted
     * @throws se.statsbidrag.events.quarkus.ProblemException 422 naming wrong fields
     */
    public Consequences consequences(Calculation calculation, String recipient, @Nullable String until) {
        List<Fault> faults = new ArrayList<>();
        @Nullable RecipientCode code = HoldFields.recipient(calculation.definition(), recipient, faults);
        @Nullable LocalDate last = HoldFields.until(until, LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN), faults);
        if (!faults.isEmpty() || code == null) {
            throw Problems.invalid(faults);
        }
        return holds.consequences(calculation, code, last);
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/{hold}/release/consequences")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getReleaseConsequences",
            summary = "What lifting a stop would let go on, in kronor",
            description = "By pot and by how far the money has come; records nothing. 409 when it holds no longer.")
    @APIResponse(
            responseCode = "200",
            description = "The consequences of lifting it",
            content = @Content(schema = @Schema(implementation = HoldConsequences.class)))
    public HoldConsequences ofRelease(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("hold") @Parameter(description = "Its number in the programme") String hold) {
        return HoldConsequences.of(holds.consequencesOfRelease(
                queries.planInForce(programme).calculation(), DecisionResource.number(hold), clock.instant()));
    }
}
