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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.RepaymentClaims;
import se.statsbidrag.allocation.application.RepaymentClaims.Recorded;
import se.statsbidrag.allocation.read.ClaimSuggestions;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** Claims for money back: on the programme's own grounds, decided by two persons after the recipient was heard. */
@Path("/allocation/v1/programmes/{programme}/claims")
@Tag(name = "Claims", description = "Money claimed back: proposed, told, answered, decided, invoiced and repaid")
public class ClaimResource {
    private final PlanQueries queries;
    private final Commands commands;
    private final RepaymentClaims claims;
    private final ClaimSuggestions suggestions;
    private final ClaimViews views;

    @Inject
    ClaimResource(
            PlanQueries queries,
            Commands commands,
            RepaymentClaims claims,
            ClaimSuggestions suggestions,
            ClaimViews views) {
        this.queries = queries;
        this.commands = commands;
        this.claims = claims;
        this.suggestions = suggestions;
        this.views = views;
    }

    /**
     * What to claim.
     *
     * @param recipient its code
     * @param ground the id of one of the programme's grounds
     * @param amount whole kronor
     * @param reason why, Swedish, as the recipient reads it
     */
    public record ClaimProposal(
            @JsonProperty(required = true) String recipient,
            @JsonProperty(required = true) String ground,
            @JsonProperty(required = true) long amount,
            @JsonProperty(required = true) String reason) {}

    /**
     * Tells the recipient, or gives it more time.
     *
     * @param answerBy the last day to answer; left out, three weeks from now
     * @param reason why
     */
    public record ClaimNotice(
            @Nullable String answerBy,
            @JsonProperty(required = true) String reason) {}

    /** What the recipient says. */
    public record ClaimAnswer(@JsonProperty(required = true) String answer) {}

    /** Why it is taken back. */
    public record ClaimWithdrawal(
            @JsonProperty(required = true) String reason) {}

    /** A programme's claims, by number. */
    public record Claims(List<ClaimDocument> claims) {}

    /** What the system suggests, by recipient. */
    public record SuggestedClaims(List<ClaimSuggestion> proposals) {}

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
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listClaims",
            summary = "A programme's claims",
            description = "By number. Who acts for organisations sees their own alone, once they have been told.")
    @APIResponse(
            responseCode = "200",
            description = "The claims",
            content = @Content(schema = @Schema(implementation = Claims.class)))
    public Claims list(@PathParam("programme") @Parameter(description = "The programme's name") String programme) {
        return new Claims(views.all(views.definition(programme)));
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
    @Path("/{claim}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getClaim", summary = "A claim", description = "As far as it has come.")
    @APIResponse(
            responseCode = "200",
            description = "The claim",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public ClaimDocument claim(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim) {
        ProgrammeDefinition definition = views.definition(programme);
        return views.shown(definition, views.require(definition, DecisionResource.number(claim)));
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/proposals")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listClaimProposals",
            summary = "Claims that the system suggests",
            description =
                    "What was decided above what the plan in force gives, what the accepted follow-up report says was"
                            + " not used, and what was never reported on. Where only other recipients'"
                            + " facts have changed since, no claim is suggested (I-A1).")
    @APIResponse(
            responseCode = "200",
            description = "The suggestions; usually none",
            content = @Content(schema = @Schema(implementation = SuggestedClaims.class)))
    public SuggestedClaims proposals(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme) {
        return new SuggestedClaims(suggestions.of(queries.planInForce(programme).calculation()).stream()
                .map(ClaimSuggestion::of)
                .toList());
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposeClaim",
            summary = "Propose a claim",
            description =
                    "The recipient is not told yet. The ground is one of the programme's; an amount never exceeds what was paid and is not claimed already.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimProposal.class)))
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response propose(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme, byte[] body) {
        return commands.execute(body, command -> {
            ClaimProposal proposal = StrictJson.read(body, ClaimProposal.class);
            String reason = Reasons.required(proposal.reason());
            return answer(
                    201,
                    programme,
                    claims.propose(
                            command,
                            queries.planInForce(programme).calculation(),
                            proposal.recipient(),
                            proposal.ground(),
                            proposal.amount(),
                            reason));
        });
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Path("/{claim}/notice")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "notifyClaim",
            summary = "Tell the recipient of a claim",
            description =
                    "It may answer by the day that is named, three weeks from now if none is; never less than ten bank days. Again, later, for more time.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimNotice.class)))
    @APIResponse(
            responseCode = "200",
            description = "The recipient is told",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response notice(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim,
            byte[] body) {
        return commands.execute(body, command -> {
            ClaimNotice notice = StrictJson.read(body, ClaimNotice.class);
            List<Fault> faults = new ArrayList<>();
            LocalDate answerBy = Days.optional("answerBy", notice.answerBy(), faults);
            Reasons.check(notice.reason(), faults);
            if (!faults.isEmpty()) {
                throw Problems.invalid(faults);
            }
            return answer(
                    200,
                    programme,
                    claims.notify(
                            command,
                            views.definition(programme),
                            DecisionResource.number(claim),
                            answerBy,
                            notice.reason().strip()));
        });
    }

    @POST
    @RolesAllowed(Roles.REPRESENTATIVE)
    @Path("/{claim}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerClaim",
            summary = "Answer a claim",
            description = "By the recipient's representative, as long as nothing is decided.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The answer is recorded",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response answerOf(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim,
            byte[] body) {
        return commands.execute(body, command -> {
            ClaimAnswer answer = StrictJson.read(body, ClaimAnswer.class);
            ProgrammeDefinition definition = views.definition(programme);
            int number = DecisionResource.number(claim);
            views.require(definition, number);
            return answer(
                    200, programme, claims.answer(command, definition, number, Days.text("answer", answer.answer())));
        });
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Path("/{claim}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawClaim", summary = "Take a claim back", description = "Before it is decided.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimWithdrawal.class)))
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response withdraw(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim,
            byte[] body) {
        return commands.execute(body, command -> {
            String reason = Reasons.required(
                    StrictJson.read(body, ClaimWithdrawal.class).reason());
            return answer(
                    200,
                    programme,
                    claims.withdraw(command, views.definition(programme), DecisionResource.number(claim), reason));
        });
    }

    private Answer answer(int status, String programme, Recorded recorded) {
        return new Answer(status, views.shown(views.definition(programme), recorded), 0);
    }
}
