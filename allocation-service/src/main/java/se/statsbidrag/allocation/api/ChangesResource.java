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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.PlanHistory;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.application.RecipientChange;
import se.statsbidrag.allocation.application.SwedishChange;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanHistories;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.Plans;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Why a recipient's amount is another than it was, also where its own figures are the same (architecture: truth 9). */
@Path("/allocation/v1/programmes/{programme}/plan/{recipient}/changes")
@Tag(name = "Plans")
public class ChangesResource {
    private static final List<Variant> FORMS = List.of(
            new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null),
            new Variant(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"), (String) null, null));

    private final PlanHistories histories;
    private final Plans plans;
    private final Positions positions;
    private final Transactions transactions;
    private final RecipientAccess access;

    @Inject
    ChangesResource(
            PlanHistories histories,
            Plans plans,
            Positions positions,
            Transactions transactions,
            RecipientAccess access) {
        this.histories = histories;
        this.plans = plans;
        this.positions = positions;
        this.transactions = transactions;
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
            operationId = "getChanges",
            summary = "What changed a recipient's amount, when and why",
            description = "Compares the plans after each single event, in the order of recorded time, log and"
                    + " position, and names the event and the recipient that moved the amount, with what it changed for"
                    + " everyone. The newest first. A sum of changes from one instant to another is the difference"
                    + " between the plans as of them. As text/plain: Swedish text for a letter. Rebuilding from the logs"
                    + " gives the same answer.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the changes",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ChangesDocument.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    public Response changes(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("recipient") @Parameter(description = "The recipient's official code") String recipient,
            @QueryParam("from")
                    @Parameter(
                            description = "RFC 3339 instant: only changes recorded after it",
                            example = "2025-11-01T00:00:00Z")
                    @Nullable String from,
            @QueryParam("to")
                    @Parameter(
                            description = "RFC 3339 instant: only changes recorded by then",
                            example = "2025-12-01T00:00:00Z")
                    @Nullable String to,
            @QueryParam("page") @Parameter(description = "Page, from 1", example = "1") @Nullable String page,
            @QueryParam("limit")
                    @Parameter(description = "Changes on a page, 20 when left out, at most 500", example = "20")
                    @Nullable String limit,
            @QueryParam("after") @Parameter(description = PlanResource.AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = PlanResource.WAIT) @Nullable Integer wait,
            @Context Request request) {
        access.require(programme, recipient);
        Variant form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        ChangesQuery query = ChangesQuery.of(from, to, page, limit);
        ProgrammeId id = PlanQueries.programme(programme);
        positions.await(after, wait);
        if (transactions.inTransaction(() -> plans.find(id)).isEmpty()) {
            throw unknown(programme);
        }
        PlanHistories.Told stored = histories.ofStoredPlans(id);
        PlanHistory history = stored.history();
        Calculation latest = history.latest().orElseThrow(() -> unknown(programme));
        List<RecipientChange> told = history.changesOf(recipient).stream()
                .filter(each -> query.covers(each.change().recordedAt()))
                .toList();
        PlannedRecipient now = latest.plan().recipients().stream()
                .filter(each -> each.recipient().value().equals(recipient))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("recipient '" + recipient + "' of programme '" + programme + "'"));
        List<RecipientChange> shown = told.stream()
                .skip((long) (query.page() - 1) * query.limit())
                .limit(query.limit())
                .toList();
        Object body = MediaType.APPLICATION_JSON_TYPE.isCompatible(form.getMediaType())
                ? new ChangesDocument(
                        programme,
                        recipient,
                        PlanDocument.positions(stored.basis()),
                        now.total(),
                        shown.stream()
                                .map(each -> ChangesDocument.change(each.change(), each.part()))
                                .toList(),
                        query.page(),
                        query.limit(),
                        told.size(),
                        latest.definition().syntheticTables())
                : text(latest.definition(), now.recipient(), shown, told.size());
        return Response.ok(body, form).build();
    }

    private static ProblemException unknown(String programme) {
        return Problems.notFound("programme '" + programme + "' of which a plan has been computed");
    }

    private static String text(
            ProgrammeDefinition definition, RecipientCode recipient, List<RecipientChange> shown, int count) {
        String title = definition.title().swedish() + ": ändringar för "
                + definition.recipient(recipient).map(Recipient::name).orElse(recipient.value());
        String none = "Beloppet har inte ändrats.";
        String shownOf = shown.size() == count ? "" : "\n\n" + shown.size() + " av " + count + " ändringar visas.";
        return Stream.concat(
                                Stream.of(title),
                                shown.isEmpty()
                                        ? Stream.of(none)
                                        : shown.stream()
                                                .map(each -> new SwedishChange(each.change(), each.part()).section()))
                        .collect(Collectors.joining("\n\n"))
                + shownOf + "\n";
    }
}
