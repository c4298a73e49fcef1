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
import se.statsbidrag.allocation.application.DecisionLetter;
import se.statsbidrag.allocation.application.PayoutDecisions;
import se.statsbidrag.allocation.application.PayoutDecisions.Proposed;
import se.statsbidrag.allocation.application.PayoutDecisions.Standing;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.document.DecisionLetters;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;

/** Decisions to pay: proposed by one person, decided by another, and then never edited (domain: Decided amounts). */
@Path("/allocation/v1/programmes/{programme}/decisions")
@Tag(
        name = "Decisions",
        description = "What recipients are paid, decided by two persons over pots of the plan in force")
public class DecisionResource {
    private final PlanQueries queries;
    private final Commands commands;
    private final PayoutDecisions decisions;
    private final DecisionLetters letters;
    private final RecipientAccess access;

    @Inject
    DecisionResource(
            PlanQueries queries,
            Commands commands,
            PayoutDecisions decisions,
            DecisionLetters letters,
            RecipientAccess access) {
        this.queries = queries;
        this.commands = commands;
        this.decisions = decisions;
        this.letters = letters;
        this.access = access;
    }

    /**
     * What to decide over.
     *
     * @param pots names of pots
     * @param recipients codes of those to decide for; left out, all that nothing bars
     * @param reason why, Swedish, as the recipients read it
     */
    public record Proposal(
            @JsonProperty(required = true) List<String> pots,
            @Nullable List<String> recipients,
            @JsonProperty(required = true) String reason) {}

    /**
     * What the second person says.
     *
     * @param proposal the position of the proposal that he saw; left out, it is the one that waits
     */
    public record Second(
            @JsonProperty(required = true) String reason,
            @Nullable Long proposal) {}

    /** A programme's decisions, by number. */
    public record Decisions(List<DecisionDocument> decisions) {}

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposeDecision",
            summary = "Propose a decision to pay",
            description =
                    "Over one or more pots of the plan in force: each recipient's amounts less all decided before. What"
                            + " the plan took from another of the recipient's pots is set off. Recipients whom a condition or a hold"
                            + " bars are left out and named; named in the request, they are refused. 409 names all that"
                            + " stands against it: a stale plan, an open pot whose amounts are earned or left by others, an open"
                            + " tie, no cover, nothing due.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Proposal.class)))
    @APIResponse(
            responseCode = "201",
            description = "Proposed: it waits for a decision-maker",
            content = @Content(schema = @Schema(implementation = DecisionDocument.class)))
    public Response propose(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme, byte[] body) {
        return commands.execute(body, command -> {
            Proposal proposal = StrictJson.read(body, Proposal.class);
            String reason = Reasons.required(proposal.reason());
            List<String> recipients = proposal.recipients() == null ? new ArrayList<>() : proposal.recipients();
            Proposed proposed =
                    decisions.propose(command, queries.planInForce(programme), proposal.pots(), recipients, reason);
            return new Answer(201, DecisionDocument.of(proposed.standing(), proposed.leftOut()), 0);
        });
    }

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
            operationId = "listDecisions",
            summary = "A programme's decisions to pay",
            description = "By number, with those that wait or were returned.")
    @APIResponse(
            responseCode = "200",
            description = "The decisions",
            content = @Content(schema = @Schema(implementation = Decisions.class)))
    public Decisions list(@PathParam("programme") @Parameter(description = "The programme's name") String programme) {
        return new Decisions(decisions.all(queries.requireProgramme(programme)).stream()
                .map(each -> DecisionDocument.of(each, null))
                .toList());
    }

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR,
        Roles.SISTER_SERVICE
    })
    @Path("/{decision}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getDecision", summary = "A decision to pay", description = "Frozen as it was proposed.")
    @APIResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionDocument.class)))
    public DecisionDocument decision(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("decision") @Parameter(description = "Its number in the programme") String decision) {
        Standing standing = decisions
                .find(queries.requireProgramme(programme), number(decision))
                .orElseThrow(() -> Problems.notFound("decision '" + decision + "' of programme '" + programme + "'"));
        return DecisionDocument.of(standing, null);
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
    @Path("/{decision}/documents/{recipient}")
    @Produces("application/pdf")
    @Operation(
            operationId = "getDecisionLetter",
            summary = "A decision as a recipient reads it",
            description =
                    "PDF, Swedish: day, content, who decided and prepared, reasons with rules and sources, and the"
                            + " calculation (2017:900, 31–32 §§). The same decision gives the same file.")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(mediaType = "application/pdf"))
    public Response letter(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("decision") @Parameter(description = "Its number in the programme") String decision,
            @PathParam("recipient") @Parameter(description = "The recipient's official code") String recipient) {
        access.require(programme, recipient);
        DecisionLetter letter = letters.letter(queries.requireProgramme(programme), number(decision), recipient);
        return Response.ok(letters.pdf(letter))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"beslut-" + letter.caseNumber() + "-" + recipient + ".pdf\"")
                .build();
    }

    @POST
    @RolesAllowed(Roles.DECISION_MAKER)
    @Path("/{decision}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approveDecision",
            summary = "Decide what was proposed",
            description = "By another person than the one who proposed it. 409 when the plan in force would give other"
                    + " amounts by now.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Second.class)))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = DecisionDocument.class)))
    public Response approve(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("decision") @Parameter(description = "Its number in the programme") String decision,
            byte[] body) {
        return commands.execute(body, command -> {
            Second second = StrictJson.read(body, Second.class);
            Standing standing = decisions.approve(
                    command,
                    queries.planInForce(programme),
                    number(decision),
                    second.proposal(),
                    Reasons.required(second.reason()));
            return new Answer(200, DecisionDocument.of(standing, null), 0);
        });
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST, Roles.DECISION_MAKER})
    @Path("/{decision}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnDecision",
            summary = "Return a proposed decision",
            description = "Its number is not used again. The one who proposed it may take it back in this way too.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Second.class)))
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = DecisionDocument.class)))
    public Response giveBack(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("decision") @Parameter(description = "Its number in the programme") String decision,
            byte[] body) {
        return commands.execute(body, command -> {
            Second second = StrictJson.read(body, Second.class);
            Standing standing = decisions.giveBack(
                    command,
                    queries.requireProgramme(programme),
                    number(decision),
                    second.proposal(),
                    Reasons.required(second.reason()));
            return new Answer(200, DecisionDocument.of(standing, null), 0);
        });
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 for what is no number */
    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problems.notFound("number '" + text + "'");
        }
    }
}
