package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.PlannedMeasure;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.application.StoredDraft;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.read.HistoryView;
import se.statsbidrag.requisition.read.PlanView;
import se.statsbidrag.requisition.read.RequisitionList;
import se.statsbidrag.requisition.read.RequisitionView;
import se.statsbidrag.rules.value.RecipientCode;

/** Requisitions: submitted, changed, withdrawn, read. */
@Path(ApiPaths.PROGRAMMES + "/{programme}/requisitions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "requisitions", description = "Recipients' formal requests for their shares")
public class RequisitionsResource {
    private final Lookup lookup;
    private final Waiting waiting;
    private final Requisitions requisitions;
    private final RequisitionList list;
    private final RequisitionCommands commands;
    private final Access access;

    @Inject
    public RequisitionsResource(
            Lookup lookup,
            Waiting waiting,
            Requisitions requisitions,
            RequisitionList list,
            RequisitionCommands commands,
            Access access) {
        this.lookup = lookup;
        this.waiting = waiting;
        this.requisitions = requisitions;
        this.list = list;
        this.commands = commands;
        this.access = access;
    }

    /**
     * What a recipient sends.
     *
     * @param amount whole kronor; left out where the programme sets the amount
     * @param wantsRemainingFunds whether it wants a share of what others leave; false when left out
     * @param certified true: it certifies that the conditions will be met
     * @param purposes numbers of the programme's purposes; left out or empty where the programme has none
     * @param plan who carries out what, where the programme asks for it
     * @param draft true: it is only saved, finished or not; false when left out
     */
    @Schema(name = "RequisitionRequest")
    public record Submission(
            @Nullable Long amount,
            @Nullable Boolean wantsRemainingFunds,
            boolean certified,
            @Nullable List<Integer> purposes,
            @Nullable PlanView plan,
            @Nullable Boolean draft) {}

    /**
     * A page of the list.
     *
     * @param page from 1
     * @param limit lines on a page
     * @param total lines over all pages
     */
    @Schema(name = "RequisitionPage")
    public record Page(List<RequisitionView> requisitions, int page, int limit, long total) {}

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listRequisitions",
            summary = "A programme's requisitions",
            description =
                    "One line per recipient that has requisitioned, with state and lateness under the deadline in "
                            + "force; those who act for recipients see their own. A read model behind the log: use after and wait to see what you just recorded.")
    @APIResponse(responseCode = "200", description = "A page of the list")
    @APIResponse(responseCode = "404", description = "No such programme is in force")
    @APIResponse(responseCode = "422", description = "A parameter is wrong; all faults at once")
    @APIResponse(responseCode = "504", description = "The position is not included yet; how far the list has come")
    public Page list(
            @PathParam("programme") String name,
            @Parameter(description = "Page, from 1") @QueryParam("page") @Nullable String page,
            @Parameter(description = "Lines on a page, 20 when left out, at most 500") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "recipient, state, late, amount, receivedAt or recordedAt; - before it descends")
                    @QueryParam("sort")
                    @Nullable String sort,
            @Parameter(description = "Only those in this state") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Only the late ones (true), or only those in time (false)")
                    @QueryParam("late")
                    @Nullable String late,
            @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
                    @QueryParam("after")
                    @Nullable List<String> after,
            @Parameter(description = "How many seconds to wait for it at most, 0 to 10") @QueryParam("wait") @Nullable String wait) {
        ProgrammeInForce programme = lookup.programme(name);
        Paging paging = Paging.of(page, limit, sort, state, late);
        waiting.until(after, wait);
        RequisitionList.Found found = list.find(
                programme.id(),
                access.readable(programme),
                paging.state(),
                paging.late(),
                paging.sort(),
                paging.page(),
                paging.limit());
        return new Page(found.requisitions(), paging.page(), paging.limit(), found.total());
    }

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR
    })
    @Path("/{recipient}")
    @Operation(
            operationId = "getRequisition",
            summary = "A recipient's requisition",
            description = "As it stands under the deadline in force, straight from its events. A change that came late "
                    + "waits in pendingLateChange and displaces nothing. Its own organisation sees its draft too.")
    @APIResponse(
            responseCode = "200",
            description = "The requisition; its version is the ETag",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(responseCode = "404", description = "No such programme or recipient, or nothing was requisitioned")
    public Response get(@PathParam("programme") String name, @PathParam("recipient") String code) {
        ProgrammeInForce programme = lookup.programme(name);
        RecipientCode recipient = lookup.recipient(programme, code);
        access.read(programme, recipient);
        StoredRequisition stored = requisitions.load(programme.id(), recipient);
        RequisitionView view = RequisitionView.of(
                        stored, drafts(programme, recipient), Requisitions.terms(programme), recipient)
                .orElseThrow(() -> nothing(programme, recipient));
        return Response.ok(view)
                .tag(new EntityTag(Long.toString(view.version())))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR
    })
    @Path("/{recipient}/history")
    @Operation(
            operationId = "getRequisitionHistory",
            summary = "Everything that happened to a requisition",
            description = "Every event in order: when, by whom, what it changed, and where it stands in the log. What "
                    + "was replaced stays readable.")
    @APIResponse(responseCode = "200", description = "The events, the first first")
    @APIResponse(responseCode = "404", description = "No such programme or recipient, or nothing was requisitioned")
    public HistoryView history(@PathParam("programme") String name, @PathParam("recipient") String code) {
        ProgrammeInForce programme = lookup.programme(name);
        RecipientCode recipient = lookup.recipient(programme, code);
        access.read(programme, recipient);
        StoredRequisition stored = requisitions.load(programme.id(), recipient);
        StoredDraft drafts = drafts(programme, recipient);
        if (stored.version() + drafts.version() == 0) {
            throw nothing(programme, recipient);
        }
        return HistoryView.of(programme.id(), recipient, stored, drafts);
    }

    /** None for others than the recipient's own organisation. */
    private StoredDraft drafts(ProgrammeInForce programme, RecipientCode recipient) {
        return access.isOwn(programme, recipient)
                ? requisitions.loadDraft(programme.id(), recipient)
                : StoredDraft.NONE;
    }

    @PUT
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
    @Path("/{recipient}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putRequisition",
            summary = "Submit or change a requisition, or save a draft of it",
            description =
                    "Until the end of the deadline day in Sweden any change is free; one to an approved requisition "
                            + "makes it SUBMITTED again. Later it is kept, is late, and counts for nothing; a completion within "
                            + "the officer's date keeps the arrival time and may not raise the amount. The same content again "
                            + "changes nothing. It takes a mandate in force; from one whose mandate has lapsed it is held. A "
                            + "draft need not be complete, counts for nothing, and is seen by its own organisation alone until "
                            + "a submission ends it; a data coordinator may save one of a case that is begun.")
    @RequestBody(
            description = "What the recipient asks for",
            required = true,
            content = @Content(schema = @Schema(implementation = Submission.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, saved, or nothing changed: the requisition as it stands",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Submitted: the requisition as it stands",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Held: the sender's mandate has lapsed, so it counts for nothing until it is released",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such programme or recipient; those there are, are named")
    @APIResponse(responseCode = "409", description = "Requisitions are not received yet")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response put(@PathParam("programme") String name, @PathParam("recipient") String code, byte[] body) {
        ProgrammeInForce programme = lookup.programme(name);
        RecipientCode recipient = lookup.recipient(programme, code);
        return commands.execute(programme.id(), recipient, body, (fields, command) -> {
            RequisitionContent content = new RequisitionContent(
                    fields.optionalWhole("amount"),
                    fields.truth("wantsRemainingFunds", false),
                    fields.truth("certified", false),
                    fields.wholes("purposes"),
                    plan(fields.optionalObject("plan")));
            String by = command.caller().subject();
            return fields.truth("draft", false)
                    ? new RequisitionCommand.SaveDraft(content, command.receivedAt(), by)
                    : new RequisitionCommand.Submit(content, command.receivedAt(), by);
        });
    }

    private static @Nullable JointPlan plan(@Nullable BodyFields plan) {
        return plan == null
                ? null
                : new JointPlan(
                        plan.textOr("reference", ""),
                        plan.textOr("regionalCollaborationStructure", ""),
                        plan.objects("measures").stream()
                                .map(RequisitionsResource::measure)
                                .toList());
    }

    private static PlannedMeasure measure(BodyFields measure) {
        return new PlannedMeasure(
                (int) Math.min(measure.whole("purpose"), Integer.MAX_VALUE),
                measure.text("description"),
                measure.codes("carriedOutBy"));
    }

    @DELETE
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY})
    @Path("/{recipient}")
    @Operation(
            operationId = "withdrawRequisition",
            summary = "Withdraw a requisition",
            description = "Until the end of the deadline day in Sweden. It stays readable and keeps its case number.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn, now or before: the requisition as it stands",
            content = @Content(schema = @Schema(implementation = RequisitionView.class)))
    @APIResponse(responseCode = "404", description = "No such programme or recipient, or nothing was requisitioned")
    @APIResponse(responseCode = "409", description = "The deadline has passed, or the requisition is rejected")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    public Response withdraw(@PathParam("programme") String name, @PathParam("recipient") String code) {
        ProgrammeInForce programme = lookup.programme(name);
        RecipientCode recipient = lookup.recipient(programme, code);
        return commands.execute(
                programme.id(),
                recipient,
                command -> new RequisitionCommand.Withdraw(
                        command.receivedAt(), command.caller().subject()));
    }

    private static ProblemException nothing(ProgrammeInForce programme, RecipientCode recipient) {
        return Lookup.notFound(
                "requisition of " + recipient + " in programme '" + programme.id() + "'", "PUT the requisition first");
    }
}
