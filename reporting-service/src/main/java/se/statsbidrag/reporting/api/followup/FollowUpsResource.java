package se.statsbidrag.reporting.api.followup;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.reporting.api.Paging;
import se.statsbidrag.reporting.application.followup.FollowUpTerms;
import se.statsbidrag.reporting.application.followup.Recipients;
import se.statsbidrag.reporting.domain.followup.ReportState;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.value.FollowUpPart;

/** What recipients hand in afterwards (R-K10, R-T6, R-G7). */
@Path("/reporting/v1/programmes/{programme}/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-up", description = "Reports that recipients hand in afterwards")
@Blocking
public class FollowUpsResource {
    private final Commands commands;
    private final FollowUpActs acts;
    private final Recipients recipients;
    private final Positions positions;
    private final CurrentCaller current;

    FollowUpsResource(
            Commands commands, FollowUpActs acts, Recipients recipients, Positions positions, CurrentCaller current) {
        this.commands = commands;
        this.acts = acts;
        this.recipients = recipients;
        this.positions = positions;
        this.current = current;
    }

    /** What is written. */
    record Save(@Nullable Long used, List<Part> parts) {
        FollowUpContent content() {
            return new FollowUpContent(
                    used,
                    parts.stream()
                            .map(part -> new FollowUpContent.Part(part.part(), part.text()))
                            .toList());
        }
    }

    /** A part that is written. */
    record Part(FollowUpPart part, String text) {}

    /** The recipient's certification. */
    record Submission(boolean certified) {}

    /** An officer sends it back. */
    record GiveBack(String reason, LocalDate completeBy) {}

    /** An officer accepts it. */
    record Accept(String reason) {}

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
            operationId = "listFollowUps",
            summary = "How each recipient's report stands",
            description =
                    "By recipient, with those that have not begun. Late is derived from the arrival and the last day in"
                            + " force; a report that has not come is late once that day has passed.")
    @APIResponse(
            responseCode = "200",
            description = "One page of reports",
            content = @Content(schema = @Schema(implementation = FollowUpDocument.FollowUps.class)))
    @APIResponse(responseCode = "404", description = "No such programme, or nothing is followed up")
    public FollowUpDocument.FollowUps listFollowUps(
            @PathParam("programme") String programmeId,
            @QueryParam("state")
                    @Parameter(
                            description = "Only those in this state: NOT_BEGUN, DRAFT, SUBMITTED, RETURNED or ACCEPTED")
                    @Nullable String state,
            @QueryParam("late")
                    @Parameter(description = "Only those that are late, or are not: true or false")
                    @Nullable String late,
            @BeanParam Paging paging) {
        List<Fault> faults = new ArrayList<>();
        ReportState only = QueryParameters.oneOf("state", state, ReportState.values(), faults);
        if (late != null && !late.equals("true") && !late.equals("false")) {
            faults.add(Fault.of("late", late, "It is neither true nor false", "Send true or false, or leave it out"));
        }
        Paging.Chosen chosen = paging.chosen(faults);
        paging.await(positions, faults);
        ProgrammeInForce programme = recipients.programme(programmeId);
        List<FollowUpDocument.Line> lines =
                acts.lines(current.get(), programme, only, late == null ? null : Boolean.valueOf(late));
        return new FollowUpDocument.FollowUps(
                programme.id().value(),
                Recipients.followUp(programme).opening().date(),
                FollowUpTerms.lastDay(programme, DeadlineKind.FOLLOW_UP),
                lines.stream()
                        .skip((chosen.page() - 1L) * chosen.limit())
                        .limit(chosen.limit())
                        .toList(),
                chosen.page(),
                chosen.limit(),
                lines.size());
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
            operationId = "getFollowUp",
            summary = "A recipient's report",
            description =
                    "What is written, what the programme asks for, and what is known already: decisions, payments,"
                            + " activities with costs, operations against last year; also in the form of a suggested report.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = FollowUpDocument.Report.class)))
    @APIResponse(responseCode = "404", description = "No such recipient, or nothing is followed up")
    public Response getFollowUp(@PathParam("programme") String programme, @PathParam("recipient") String recipient) {
        FollowUpActs.Read read = acts.read(current.get(), programme, recipient);
        return Response.ok(read.document())
                .header("ETag", "\"" + read.version() + "\"")
                .build();
    }

    @PUT
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
    @Path("/{recipient}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveFollowUp",
            summary = "Save what is written",
            description =
                    "It need not be complete; it replaces what was saved before. A data coordinator goes on with what"
                            + " another has begun.")
    @RequestBody(
            description = "How much was used, and the parts that are written",
            required = true,
            content = @Content(schema = @Schema(implementation = Save.class)))
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = FollowUpDocument.Report.class)))
    @APIResponse(responseCode = "409", description = "It is handed in, and not sent back")
    @APIResponse(responseCode = "422", description = "Every fault; nothing was recorded")
    public Response saveFollowUp(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient, byte[] body) {
        return commands.execute(
                body,
                command -> acts.save(
                        command,
                        programme,
                        recipient,
                        () -> StrictJson.read(body, Save.class).content()));
    }

    @POST
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY})
    @Path("/{recipient}/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitFollowUp",
            summary = "Hand the report in",
            description =
                    "What is saved, certified, by a representative or deputy whose mandate is in force. All that is asked"
                            + " for must be written. After the last day it is received all the same, and is late.")
    @RequestBody(
            description = "The certification",
            required = true,
            content = @Content(schema = @Schema(implementation = Submission.class)))
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = FollowUpDocument.Report.class)))
    @APIResponse(responseCode = "409", description = "Nothing is written, the window is not open, or it is accepted")
    @APIResponse(responseCode = "422", description = "Every fault; nothing was recorded")
    public Response submitFollowUp(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient, byte[] body) {
        return commands.execute(
                body,
                command -> acts.submit(
                        command,
                        programme,
                        recipient,
                        () -> StrictJson.read(body, Submission.class).certified()));
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{recipient}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnFollowUp",
            summary = "Send a report back",
            description = "For completion by a day; what comes by then keeps the arrival of what it completes.")
    @RequestBody(
            description = "What is missing, and until when",
            required = true,
            content = @Content(schema = @Schema(implementation = GiveBack.class)))
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = FollowUpDocument.Report.class)))
    @APIResponse(responseCode = "409", description = "No report waits")
    public Response returnFollowUp(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient, byte[] body) {
        return commands.execute(body, command -> {
            GiveBack act = StrictJson.read(body, GiveBack.class);
            return acts.byOfficer(
                    command,
                    programme,
                    recipient,
                    decider -> decider.giveBack(act.reason(), act.completeBy(), command.receivedAt()));
        });
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{recipient}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptFollowUp",
            summary = "Accept a report",
            description = "It is complete. Whether money is to be paid back is decided elsewhere.")
    @RequestBody(
            description = "Why",
            required = true,
            content = @Content(schema = @Schema(implementation = Accept.class)))
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = FollowUpDocument.Report.class)))
    @APIResponse(responseCode = "409", description = "No report waits")
    public Response acceptFollowUp(
            @PathParam("programme") String programme, @PathParam("recipient") String recipient, byte[] body) {
        return commands.execute(
                body,
                command -> acts.byOfficer(
                        command,
                        programme,
                        recipient,
                        decider -> decider.accept(
                                StrictJson.read(body, Accept.class).reason())));
    }
}
