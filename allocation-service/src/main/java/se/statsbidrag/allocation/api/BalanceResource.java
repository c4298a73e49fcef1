package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Balances;
import se.statsbidrag.allocation.application.Balances.Standing;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.domain.ledger.Due;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.PlanQueries.Explained;
import se.statsbidrag.allocation.read.PlanQueries.Query;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.value.PotId;

/** How recipients stand: what the plan gives, what was decided, paid, claimed and repaid, and what is to be done. */
@Path("/allocation/v1/programmes/{programme}")
@Tag(name = "Balances", description = "What each recipient is entitled to, was decided, paid, claimed and repaid")
public class BalanceResource {
    private static final String PROGRAMME = "The programme's name";

    private final PlanQueries queries;
    private final Balances balances;
    private final RecipientAccess access;

    @Inject
    BalanceResource(PlanQueries queries, Balances balances, RecipientAccess access) {
        this.queries = queries;
        this.balances = balances;
        this.access = access;
    }

    /**
     * How a recipient stands. Whole kronor.
     *
     * @param entitled what the plan in force gives
     * @param outstanding entitled − (decided − decided overpayment claims) + waived overpayment
     */
    public record RecipientBalance(
            String recipient,
            long entitled,
            long decided,
            long outstanding,
            long paid,
            long claimed,
            long waived,
            long repaid) {
        static RecipientBalance of(Balance balance) {
            return new RecipientBalance(
                    balance.recipient().value(),
                    balance.entitled(),
                    balance.decided(),
                    balance.outstanding(),
                    balance.paid(),
                    balance.claimed(),
                    balance.waived(),
                    balance.repaid());
        }
    }

    /** The balances of a programme and their sums, by a plan with this digest. */
    public record ProgrammeBalances(
            String programme, String digest, RecipientBalance sum, List<RecipientBalance> recipients) {}

    /**
     * What is to be done about what a recipient is owed or owes. Whole kronor.
     *
     * @param action PAY, NOT_YET, BLOCKED, NO_COVER or CLAIM
     * @param pots the parts, by pot
     * @param reasons what bars payment; left out where nothing does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ToDo(
            String recipient,
            String action,
            long amount,
            Map<String, Long> pots,
            @Nullable List<DecisionDocument.Reason> reasons) {
        static ToDo of(Due due) {
            Map<String, Long> pots = new TreeMap<>();
            for (Map.Entry<PotId, Long> each : due.byPot().entrySet()) {
                pots.put(each.getKey().value(), each.getValue());
            }
            return new ToDo(
                    due.recipient().value(),
                    due.action().name(),
                    due.amount(),
                    pots,
                    due.blocks().isEmpty()
                            ? null
                            : due.blocks().stream()
                                    .map(DecisionDocument.Reason::of)
                                    .toList());
        }
    }

    /** Everybody with something outstanding, by code. */
    public record Outstanding(String programme, String digest, List<ToDo> recipients) {}

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR,
        Roles.SISTER_SERVICE
    })
    @Path("/balances")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getBalances",
            summary = "How a programme's recipients stand",
            description =
                    "All recipients of the plan in force, by code, never paged, and their sums (recipient \"sum\")."
                            + " With asOf by what was recorded at or before that instant, the same answer for ever.")
    @APIResponse(
            responseCode = "200",
            description = "The balances",
            content = @Content(schema = @Schema(implementation = ProgrammeBalances.class)))
    public ProgrammeBalances balances(
            @PathParam("programme") @Parameter(description = PROGRAMME) String programme,
            @QueryParam("after") @Parameter(description = PlanResource.AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = PlanResource.WAIT) @Nullable Integer wait,
            @QueryParam("asOf") @Parameter(description = PlanResource.AS_OF) @Nullable String asOf) {
        Standing standing =
                asOf == null ? standing(programme, after, wait) : standingAsOf(programme, after, wait, asOf);
        List<RecipientBalance> all =
                standing.balances().stream().map(RecipientBalance::of).toList();
        return new ProgrammeBalances(programme, standing.digest(), sum(all), all);
    }

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR,
        Roles.SISTER_SERVICE,
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR
    })
    @Path("/balances/{recipient}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getRecipientBalance",
            summary = "How one recipient stands",
            description = "The same figures as in the list of all.")
    @APIResponse(
            responseCode = "200",
            description = "The balance",
            content = @Content(schema = @Schema(implementation = RecipientBalance.class)))
    public RecipientBalance balance(
            @PathParam("programme") @Parameter(description = PROGRAMME) String programme,
            @PathParam("recipient") @Parameter(description = "The recipient's official code") String recipient,
            @QueryParam("after") @Parameter(description = PlanResource.AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = PlanResource.WAIT) @Nullable Integer wait) {
        access.require(programme, recipient);
        return standing(programme, after, wait).balances().stream()
                .filter(each -> each.recipient().value().equals(recipient))
                .findFirst()
                .map(RecipientBalance::of)
                .orElseThrow(() -> Problems.notFound("recipient '" + recipient + "' of programme '" + programme + "'"));
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/outstanding")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getOutstanding",
            summary = "What is to be done in a programme",
            description =
                    "Everybody whose plan differs from what was decided: pay more, not yet, barred and why, no cover, or a"
                            + " claim that can be proposed.")
    @APIResponse(
            responseCode = "200",
            description = "By recipient; those with nothing outstanding are left out",
            content = @Content(schema = @Schema(implementation = Outstanding.class)))
    public Outstanding outstanding(
            @PathParam("programme") @Parameter(description = PROGRAMME) String programme,
            @QueryParam("after") @Parameter(description = PlanResource.AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = PlanResource.WAIT) @Nullable Integer wait) {
        Standing standing = standing(programme, after, wait);
        return new Outstanding(
                programme,
                standing.digest(),
                standing.due().stream().map(ToDo::of).toList());
    }

    private Standing standing(String programme, List<String> after, @Nullable Integer wait) {
        return balances.of(
                queries.explained(new Query(programme, after, wait, null)).calculation());
    }

    private Standing standingAsOf(String programme, List<String> after, @Nullable Integer wait, String asOf) {
        Explained explained = queries.explained(new Query(programme, after, wait, asOf));
        return balances.asOf(explained.calculation(), explained.document().computedAt());
    }

    private static RecipientBalance sum(List<RecipientBalance> all) {
        return all.stream()
                .reduce(
                        new RecipientBalance("sum", 0, 0, 0, 0, 0, 0, 0),
                        (left, right) -> new RecipientBalance(
                                "sum",
                                Math.addExact(left.entitled(), right.entitled()),
                                Math.addExact(left.decided(), right.decided()),
                                Math.addExact(left.outstanding(), right.outstanding()),
                                Math.addExact(left.paid(), right.paid()),
                                Math.addExact(left.claimed(), right.claimed()),
                                Math.addExact(left.waived(), right.waived()),
                                Math.addExact(left.repaid(), right.repaid())));
    }
}
