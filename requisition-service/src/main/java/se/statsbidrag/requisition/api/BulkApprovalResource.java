package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problem;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.requisition.domain.Refusal;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.rules.value.RecipientCode;

/** Approves many requisitions at once: those on which there are no remarks. */
@Path(ApiPaths.PROGRAMMES + "/{programme}/requisitions/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Roles.OFFICER)
@Tag(name = "officers", description = "Officers' acts")
public class BulkApprovalResource {
    private static final byte[] NO_BODY = {};

    private final Lookup lookup;
    private final Commands commands;
    private final RequisitionCommands cases;
    private final Requisitions requisitions;

    @Inject
    public BulkApprovalResource(
            Lookup lookup, Commands commands, RequisitionCommands cases, Requisitions requisitions) {
        this.lookup = lookup;
        this.commands = commands;
        this.cases = cases;
        this.requisitions = requisitions;
    }

    /**
     * Whose, and why.
     *
     * @param recipients official codes, each once
     * @param reason at most 2000 characters, without names of people
     */
    @Schema(name = "BulkApproval")
    public record BulkApproval(List<String> recipients, String reason) {}

    /**
     * What was approved.
     *
     * @param recipients official codes, as they were sent
     * @param log the log that it stands in
     * @param position of the last approval in that log
     */
    @Schema(name = "BulkApproved")
    public record BulkApproved(String programme, List<String> recipients, String log, long position) {}

    @POST
    @Operation(
            operationId = "approveRequisitions",
            summary = "Approve many requisitions",
            description =
                    "Those that came in time or were admitted, are undecided, were not sent by the caller, and have nothing"
                            + " late or held beside them. All or nothing: each that cannot be approved so is named, with why.")
    @RequestBody(
            description = "Whose, and why",
            required = true,
            content = @Content(schema = @Schema(implementation = BulkApproval.class)))
    @APIResponse(
            responseCode = "200",
            description = "All approved",
            content = @Content(schema = @Schema(implementation = BulkApproved.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such programme")
    @APIResponse(responseCode = "409", description = "Some cannot be approved so; each is named, and none is approved")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response approve(@PathParam("programme") String name, byte[] body) {
        ProgrammeInForce programme = lookup.programme(name);
        byte[] sent = body == null ? NO_BODY : body;
        return commands.execute(sent, command -> {
            BodyFields fields = BodyFields.of(sent);
            List<RecipientCode> recipients = fields.codes("recipients");
            String reason = fields.text("reason");
            List<FieldFault> faults = new ArrayList<>(fields.faults());
            faults.addAll(wrong(programme, recipients, faults.isEmpty()));
            if (!faults.isEmpty()) {
                throw Refusals.invalid(faults);
            }
            List<RecordedEvent> events =
                    requisitions.record(decide(programme, recipients, reason, command), command.origin());
            RecordedEvent last = events.getLast();
            return new Answer(
                    200,
                    new BulkApproved(
                            programme.id().value(),
                            recipients.stream().map(RecipientCode::value).toList(),
                            last.log(),
                            last.position()),
                    0);
        });
    }

    private static List<FieldFault> wrong(ProgrammeInForce programme, List<RecipientCode> recipients, boolean whole) {
        List<FieldFault> faults = new ArrayList<>();
        if (recipients.isEmpty() && whole) {
            faults.add(new FieldFault(
                    "recipients",
                    "",
                    "names nobody",
                    "name those to approve by official code",
                    "Välj minst en rekvisition."));
        }
        Set<RecipientCode> seen = new HashSet<>();
        for (int index = 0; index < recipients.size(); index++) {
            RecipientCode recipient = recipients.get(index);
            String field = "recipients[" + index + "]";
            if (!seen.add(recipient)) {
                faults.add(new FieldFault(field, recipient.value(), "is named twice", "name it once"));
            } else if (programme.definition().recipient(recipient).isEmpty()) {
                faults.add(
                        new FieldFault(field, recipient.value(), "is no recipient of the programme", "leave it out"));
            }
        }
        return faults;
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 409 naming all that cannot be approved so */
    private List<Requisitions.Part> decide(
            ProgrammeInForce programme, List<RecipientCode> recipients, String reason, Command command) {
        List<Requisitions.Part> parts = new ArrayList<>();
        List<Fault> refused = new ArrayList<>();
        for (int index = 0; index < recipients.size(); index++) {
            RecipientCode recipient = recipients.get(index);
            RequisitionCommands.Loaded loaded = cases.load(programme.id(), recipient, command.caller());
            Decision decision = loaded.decide(new RequisitionCommand.ApproveUnremarked(
                    reason, command.receivedAt(), command.caller().subject()));
            switch (decision) {
                case Decision.Accepted accepted ->
                    parts.add(new Requisitions.Part(
                            programme.id(), recipient, loaded.before(), loaded.mandate(), accepted.events()));
                case Decision.Refused(Refusal.Wrong(List<FieldFault> faults)) -> throw Refusals.invalid(faults);
                case Decision.Refused(Refusal refusal) -> {
                    Problem problem = Refusals.problem(refusal).problem();
                    refused.add(Fault.of(
                                    "recipients[" + index + "]",
                                    recipient.value(),
                                    problem.detail(),
                                    problem.action() == null ? "" : problem.action())
                            .inSwedish(problem.swedish() == null ? "" : problem.swedish()));
                }
            }
        }
        if (!refused.isEmpty()) {
            throw Problems.conflicts(refused);
        }
        return parts;
    }
}
