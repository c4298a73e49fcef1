package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.requisition.application.Conditions;
import se.statsbidrag.requisition.application.StoredConditions;
import se.statsbidrag.requisition.domain.ConditionDecider;
import se.statsbidrag.requisition.read.ConditionsView;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.RecipientCode;

/** The register of conditions: whether recipients meet them, noted by officers and read by both sides. */
@Path(ApiPaths.PROGRAMMES + "/{programme}/conditions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "conditions", description = "What recipients must meet, and whether they do")
public class ConditionsResource {
    private static final byte[] NO_BODY = {};

    private final Lookup lookup;
    private final Access access;
    private final Waiting waiting;
    private final Commands commands;
    private final Conditions conditions;

    @Inject
    public ConditionsResource(Lookup lookup, Access access, Waiting waiting, Commands commands, Conditions conditions) {
        this.lookup = lookup;
        this.access = access;
        this.waiting = waiting;
        this.commands = commands;
        this.conditions = conditions;
    }

    /**
     * What an officer notes.
     *
     * @param met false when an earlier note is taken back; true when left out
     * @param date the day on which it was met, or found not to be, Swedish local date
     * @param evidence where it can be seen, such as a document's case number; at most 500 characters, without names of
     *     people
     */
    @Schema(name = "ConditionNote")
    public record Note(@Nullable Boolean met, LocalDate date, String evidence) {}

    /**
     * A page of the register.
     *
     * @param page from 1
     * @param limit recipients on a page
     * @param total recipients over all pages
     */
    @Schema(name = "ConditionsPage")
    public record Page(List<ConditionsView> recipients, int page, int limit, long total) {}

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
            operationId = "listConditions",
            summary = "How recipients stand to a programme's conditions",
            description =
                    "One line per recipient of the programme, by official code, straight from its events; those who act for"
                            + " recipients see their own.")
    @APIResponse(responseCode = "200", description = "A page of the register")
    @APIResponse(responseCode = "404", description = "No such programme is in force")
    @APIResponse(responseCode = "422", description = "A parameter is wrong; all faults at once")
    @APIResponse(responseCode = "504", description = "The position is not included yet; how far the service has come")
    public Page list(
            @PathParam("programme") String name,
            @Parameter(description = "Page, from 1") @QueryParam("page") @Nullable String page,
            @Parameter(description = "Recipients on a page, 20 when left out, at most 500")
                    @QueryParam("limit")
                    @Nullable String limit,
            @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
                    @QueryParam("after")
                    @Nullable List<String> after,
            @Parameter(description = "How many seconds to wait for it at most, 0 to 10") @QueryParam("wait") @Nullable String wait) {
        ProgrammeInForce programme = lookup.programme(name);
        List<Fault> faults = new ArrayList<>();
        int number = QueryParameters.page(page, faults);
        int lines = QueryParameters.limit(limit, Paging.MOST, faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        waiting.until(after, wait);
        Set<String> readable = access.readable(programme);
        List<RecipientCode> recipients = programme.definition().recipients().stream()
                .map(Recipient::code)
                .filter(recipient -> readable == null || readable.contains(recipient.value()))
                .toList();
        return new Page(
                recipients.stream()
                        .skip((number - 1L) * lines)
                        .limit(lines)
                        .map(recipient -> view(programme, recipient))
                        .toList(),
                number,
                lines,
                recipients.size());
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
            operationId = "getConditions",
            summary = "How a recipient stands to a programme's conditions",
            description = "Each condition of the definition in force with its effect, and what was noted of it last.")
    @APIResponse(
            responseCode = "200",
            description = "The conditions; the version of the notes is the ETag",
            content = @Content(schema = @Schema(implementation = ConditionsView.class)))
    @APIResponse(responseCode = "404", description = "No such programme or recipient; those there are, are named")
    public Response get(@PathParam("programme") String name, @PathParam("recipient") String code) {
        ProgrammeInForce programme = lookup.programme(name);
        RecipientCode recipient = lookup.recipient(programme, code);
        access.read(programme, recipient);
        ConditionsView view = view(programme, recipient);
        return Response.ok(view)
                .tag(new EntityTag(Long.toString(view.version())))
                .build();
    }

    @PUT
    @RolesAllowed(Roles.OFFICER)
    @Path("/{recipient}/{condition}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "noteCondition",
            summary = "Note whether a recipient meets a condition",
            description = "It replaces what was noted before, which stays in the log. The same again changes nothing.")
    @RequestBody(
            description = "Whether it is met, since when, and where it can be seen",
            required = true,
            content = @Content(schema = @Schema(implementation = Note.class)))
    @APIResponse(
            responseCode = "200",
            description = "Noted, or noted before: the recipient's conditions",
            content = @Content(schema = @Schema(implementation = ConditionsView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(
            responseCode = "404",
            description = "No such programme, recipient or condition; those there are, are named")
    @APIResponse(responseCode = "412", description = "Noted by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response note(
            @PathParam("programme") String name,
            @PathParam("recipient") String code,
            @PathParam("condition") String id,
            byte[] body) {
        ProgrammeInForce programme = lookup.programme(name);
        RecipientCode recipient = lookup.recipient(programme, code);
        ConditionId condition = condition(programme, id);
        byte[] sent = body == null ? NO_BODY : body;
        return commands.execute(sent, command -> {
            BodyFields fields = BodyFields.of(sent);
            boolean met = fields.truth("met", true);
            LocalDate date = fields.date("date");
            String evidence = fields.text("evidence");
            StoredConditions before = conditions.load(programme.id(), recipient);
            command.requireMatch(before.version());
            List<GrantEvent> events = Refusals.accepted(
                    new ConditionDecider(programme.id(), recipient)
                            .decide(
                                    before.of(condition)
                                            .map(StoredConditions.Note::noted)
                                            .orElse(null),
                                    condition,
                                    met,
                                    date,
                                    evidence,
                                    command.receivedAt()),
                    fields.faults());
            StoredConditions after = conditions.record(programme.id(), recipient, before, events, command.origin());
            return new Answer(200, ConditionsView.of(programme.definition(), recipient, after), after.version());
        });
    }

    private ConditionsView view(ProgrammeInForce programme, RecipientCode recipient) {
        return ConditionsView.of(programme.definition(), recipient, conditions.load(programme.id(), recipient));
    }

    private static ConditionId condition(ProgrammeInForce programme, String name) {
        return programme.definition().conditions().stream()
                .map(each -> each.id())
                .filter(id -> id.value().equals(name))
                .findFirst()
                .orElseThrow(() -> Lookup.notFound(
                        "such condition in programme '" + programme.id() + "'",
                        "Conditions: "
                                + programme.definition().conditions().stream()
                                        .map(each -> each.id().value())
                                        .collect(Collectors.joining(", "))));
    }
}
