package se.statsbidrag.allocation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.PlanQueries.Explained;
import se.statsbidrag.allocation.read.PlanQueries.Query;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.plan.PlanExplanation;
import se.statsbidrag.rules.plan.StepDocument;
import se.statsbidrag.rules.value.RecipientCode;

/** Why a recipient is due what it is due: every krona down to events and parameters (architecture: truth 9). */
@Path("/allocation/v1/programmes/{programme}/plan/{recipient}/explanation")
@Tag(name = "Plans")
public class ExplanationResource {
    private static final List<Variant> FORMS = List.of(
            new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null),
            new Variant(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"), (String) null, null));

    private final PlanQueries queries;
    private final RecipientAccess access;

    @Inject
    ExplanationResource(PlanQueries queries, RecipientAccess access) {
        this.queries = queries;
        this.access = access;
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
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN + ";charset=UTF-8"})
    @Operation(
            operationId = "getExplanation",
            summary = "How a recipient's amount came about",
            description =
                    "The tree of steps under the recipient's total, each with its rule, source, inputs, formula and"
                            + " result; the leaves are source events and programme parameters. As text/plain: Swedish text for a"
                            + " letter. The same basis gives the same answer, byte for byte.")
    @APIResponse(
            responseCode = "200",
            description = "The explanation",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ExplanationDocument.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    public Response explanation(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("recipient") @Parameter(description = "The recipient's official code") String recipient,
            @QueryParam("after") @Parameter(description = PlanResource.AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = PlanResource.WAIT) @Nullable Integer wait,
            @QueryParam("asOf") @Parameter(description = PlanResource.AS_OF) @Nullable String asOf,
            @Context Request request) {
        access.require(programme, recipient);
        Variant form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        Explained explained = queries.explained(new Query(programme, after, wait, asOf));
        PlanDocument.Recipient part = explained
                .document()
                .findRecipient(recipient)
                .orElseThrow(() -> Problems.notFound("recipient '" + recipient + "' of programme '" + programme + "'"));
        PlanExplanation explanation = PlanExplanation.of(
                explained.calculation().definition(), explained.calculation().facts());
        RecipientCode code = new RecipientCode(part.recipient());
        Object body = MediaType.APPLICATION_JSON_TYPE.isCompatible(form.getMediaType())
                ? ExplanationDocument.of(explained.document(), part, StepDocument.of(explanation.recipient(code)))
                : explanation.text(code);
        return Response.ok(body, form).build();
    }
}
