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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.ClaimLetter;
import se.statsbidrag.allocation.application.RepaymentClaims;
import se.statsbidrag.allocation.application.RepaymentClaims.Decision;
import se.statsbidrag.allocation.application.RepaymentClaims.Recorded;
import se.statsbidrag.allocation.document.ClaimLetters;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** What is decided of claims: proposed by one person, decided by another, and read as a document. */
@Path("/allocation/v1/programmes/{programme}/claims/{claim}")
@Tag(name = "Claims", description = "Money claimed back: proposed, told, answered, decided, invoiced and repaid")
public class ClaimDecisionResource {
    private final PlanQueries queries;
    private final Commands commands;
    private final RepaymentClaims claims;
    private final ClaimViews views;
    private final ClaimLetters letters;

    @Inject
    ClaimDecisionResource(
            PlanQueries queries, Commands commands, RepaymentClaims claims, ClaimViews views, ClaimLetters letters) {
        this.queries = queries;
        this.commands = commands;
        this.claims = claims;
        this.views = views;
        this.letters = letters;
    }

    /**
     * What is decided of a claim; the two sum to its amount.
     *
     * @param claimed whole kronor
     * @param waived whole kronor; above 0 only where the programme's rules know waiver
     * @param reason why, Swedish, as the recipient reads it; the special reasons where something is waived
     */
    public record ClaimDecision(
            @JsonProperty(required = true) long claimed,
            @JsonProperty(required = true) long waived,
            @JsonProperty(required = true) String reason) {}

    /**
     * What the second person says.
     *
     * @param proposal the position of the proposal that he saw; left out, it is the one that waits
     */
    public record ClaimSecond(
            @JsonProperty(required = true) String reason,
            @Nullable Long proposal) {}

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Path("/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposeClaimDecision",
            summary = "Propose what to decide of a claim",
            description = "When the recipient has answered or its time is over. It waits for a decision-maker.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimDecision.class)))
    @APIResponse(
            responseCode = "202",
            description = "Proposed: it waits for a decision-maker",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response decision(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim,
            byte[] body) {
        return commands.execute(body, command -> {
            ClaimDecision decision = StrictJson.read(body, ClaimDecision.class);
            String reason = Reasons.required(decision.reason());
            return answer(
                    202,
                    programme,
                    claims.proposeDecision(
                            command,
                            queries.planInForce(programme).calculation(),
                            DecisionResource.number(claim),
                            new Decision(decision.claimed(), decision.waived(), reason)));
        });
    }

    @POST
    @RolesAllowed(Roles.DECISION_MAKER)
    @Path("/decision/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approveClaimDecision",
            summary = "Decide a claim",
            description = "By another person than the one who proposed it. 409 when it may not be decided so any more.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimSecond.class)))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response approve(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim,
            byte[] body) {
        return commands.execute(body, command -> {
            ClaimSecond second = StrictJson.read(body, ClaimSecond.class);
            return answer(
                    200,
                    programme,
                    claims.approveDecision(
                            command,
                            queries.planInForce(programme).calculation(),
                            DecisionResource.number(claim),
                            second.proposal(),
                            Reasons.required(second.reason())));
        });
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST, Roles.DECISION_MAKER})
    @Path("/decision/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnClaimDecision",
            summary = "Return a proposed decision of a claim",
            description = "With a reason; another may then be proposed.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ClaimSecond.class)))
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = ClaimDocument.class)))
    public Response giveBack(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim,
            byte[] body) {
        return commands.execute(body, command -> {
            ClaimSecond second = StrictJson.read(body, ClaimSecond.class);
            return answer(
                    200,
                    programme,
                    claims.returnDecision(
                            command,
                            views.definition(programme),
                            DecisionResource.number(claim),
                            second.proposal(),
                            Reasons.required(second.reason())));
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
    @Path("/decision/document")
    @Produces("application/pdf")
    @Operation(
            operationId = "getClaimDecisionLetter",
            summary = "The decision of a claim as the recipient reads it",
            description =
                    "PDF, Swedish: day, content, who decided and prepared, reasons with rules and sources, and what was"
                            + " weighed where something is waived (2017:900, 31–32 §§). The same decision gives the same file.")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(mediaType = "application/pdf"))
    public Response document(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("claim") @Parameter(description = "Its number in the programme") String claim) {
        ClaimLetter letter = letter(programme, claim);
        return Response.ok(letters.pdf(letter))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"beslut-" + letter.caseNumber() + ".pdf\"")
                .build();
    }

    /** The same as its parts. */
    public ClaimLetter letter(String programme, String claim) {
        ProgrammeDefinition definition = views.definition(programme);
        return letters.letter(definition, views.require(definition, DecisionResource.number(claim)));
    }

    private Answer answer(int status, String programme, Recorded recorded) {
        return new Answer(status, views.shown(views.definition(programme), recorded), 0);
    }
}
