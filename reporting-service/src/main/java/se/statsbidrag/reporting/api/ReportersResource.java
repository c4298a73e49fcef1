package se.statsbidrag.reporting.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.reporting.application.Reporting;
import se.statsbidrag.reporting.application.Reporting.ScopesInForce;
import se.statsbidrag.reporting.application.ScopeCommands;
import se.statsbidrag.reporting.application.ScopeCommands.Proposed;
import se.statsbidrag.reporting.application.ScopeCommands.ScopeOutcome;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Who answers for the operations performed where. */
@Path("/reporting/v1/reporters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reporters", description = "Who answers for the operations performed where")
@Blocking
public class ReportersResource {
    private static final String IN_FORCE = "IN_FORCE";

    private final Commands commands;
    private final ScopeCommands scopes;
    private final Reporting reporting;
    private final Positions positions;

    ReportersResource(Commands commands, ScopeCommands scopes, Reporting reporting, Positions positions) {
        this.commands = commands;
        this.scopes = scopes;
        this.reporting = reporting;
        this.positions = positions;
    }

    /**
     * What a scope is to be.
     *
     * @param reason why; may be left out
     */
    record ScopeRequest(
            List<String> performedIn,
            String fromMonth,
            @Nullable String reason) {}

    /**
     * What the second officer says.
     *
     * @param proposal the position of the proposal that he saw; left out, it is the one that waits
     */
    record SecondOfficer(String reason, @Nullable Long proposal) {}

    /**
     * A scope.
     *
     * @param state {@code PROPOSED}, {@code IN_FORCE} or {@code RETURNED}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scope(
            String reporter,
            String state,
            @Nullable List<String> performedIn,
            @Nullable String fromMonth,
            String log,
            long position) {}

    /**
     * A reporter in the list.
     *
     * @param answersForTheRest whether it answers for what no other does; it then has no scope of its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reporter(
            String reporter,
            boolean answersForTheRest,
            List<String> performedIn,
            @Nullable String fromMonth,
            @Nullable String log,
            @Nullable Long position) {}

    /** One page of reporters. */
    record Reporters(List<Reporter> reporters, int page, int limit, long total) {}

    @PUT
    @RolesAllowed(Roles.OFFICER)
    @Path("/{reporter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setReporter",
            summary = "Propose a reporter's scope",
            description =
                    "From the month on, the reporter is to answer for what is performed in these regions. In force"
                            + " when another officer approves; it then replaces the reporter's earlier scope as a whole. A region"
                            + " that another reporter answers for is refused; the scope that is in force already needs nobody.")
    @RequestBody(
            description = "The performing regions and the first month",
            required = true,
            content = @Content(schema = @Schema(implementation = ScopeRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "Proposed: it waits for a second officer",
            content = @Content(schema = @Schema(implementation = Scope.class)))
    @APIResponse(
            responseCode = "200",
            description = "This scope is in force already",
            content = @Content(schema = @Schema(implementation = Scope.class)))
    @APIResponse(responseCode = "409", description = "Another reporter answers for one of the regions")
    public Response setReporter(@PathParam("reporter") String reporter, byte[] body) {
        return commands.execute(body, command -> {
            ScopeRequest request = StrictJson.read(body, ScopeRequest.class);
            List<Fault> faults = new ArrayList<>();
            ReporterId who = reporter(reporter, faults);
            YearMonth from = Parameters.month("fromMonth", request.fromMonth(), faults);
            List<RecipientCode> regions = regions(request, faults);
            String reason = request.reason() == null ? "" : request.reason();
            if (!reason.isBlank()) {
                Reasons.check(reason, faults);
            }
            Parameters.refuse(faults);
            return switch (scopes.propose(
                    command, Objects.requireNonNull(who), regions, Objects.requireNonNull(from), reason)) {
                case Proposed.Waits(ReporterScopeSet scope, RecordedEvent event) ->
                    new Answer(202, shown("PROPOSED", scope, event), 0);
                case Proposed.InForce(ReporterScopeSet scope, RecordedEvent event) ->
                    new Answer(200, shown(IN_FORCE, scope, event), 0);
            };
        });
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{reporter}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approveReporter",
            summary = "Put a proposed scope in force",
            description = "By another officer than the one who proposed it, compared by person.")
    @RequestBody(
            description = "Why, and which proposal",
            required = true,
            content = @Content(schema = @Schema(implementation = SecondOfficer.class)))
    @APIResponse(
            responseCode = "201",
            description = "The reporter's first scope is in force",
            content = @Content(schema = @Schema(implementation = Scope.class)))
    @APIResponse(
            responseCode = "200",
            description = "The scope is in force",
            content = @Content(schema = @Schema(implementation = Scope.class)))
    @APIResponse(
            responseCode = "409",
            description = "The officer is the one who proposed it, another proposal took its place, or another reporter"
                    + " answers for one of the regions by now")
    public Response approveReporter(@PathParam("reporter") String reporter, byte[] body) {
        return commands.execute(body, command -> {
            SecondOfficer request = StrictJson.read(body, SecondOfficer.class);
            ReporterId who = whole(reporter, request);
            ScopeOutcome outcome = scopes.approve(command, who, request.proposal(), request.reason());
            return new Answer(outcome.first() ? 201 : 200, shown(IN_FORCE, outcome.scope(), outcome.event()), 0);
        });
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{reporter}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnReporter",
            summary = "Return a proposed scope",
            description = "It is not put in force. The officer who proposed it may take it back in this way too.")
    @RequestBody(
            description = "Why, and which proposal",
            required = true,
            content = @Content(schema = @Schema(implementation = SecondOfficer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = Scope.class)))
    @APIResponse(responseCode = "409", description = "Another proposal took its place")
    public Response returnReporter(@PathParam("reporter") String reporter, byte[] body) {
        return commands.execute(body, command -> {
            SecondOfficer request = StrictJson.read(body, SecondOfficer.class);
            ReporterId who = whole(reporter, request);
            RecordedEvent event = scopes.giveBack(command, who, request.proposal(), request.reason());
            return new Answer(200, new Scope(who.value(), "RETURNED", null, null, event.log(), event.position()), 0);
        });
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR, Roles.REGISTER_FEED})
    @Operation(
            operationId = "listReporters",
            summary = "The reporters",
            description = "The one that answers for the rest first, then those with a scope of their own, by name.")
    @APIResponse(responseCode = "200", description = "One page of reporters")
    public Reporters listReporters(@BeanParam Paging paging) {
        List<Fault> faults = new ArrayList<>();
        Paging.Chosen chosen = paging.chosen(faults);
        paging.await(positions, faults);
        ScopesInForce inForce = reporting.scopes();
        List<Reporter> all = new ArrayList<>();
        all.add(new Reporter(inForce.scopes().defaultReporter().value(), true, List.of(), null, null, null));
        for (ReporterScopeSet scope : inForce.scopes().inForce()) {
            RecordedEvent event = scopes.inForce(inForce, scope.reporter());
            all.add(new Reporter(
                    scope.reporter().value(),
                    false,
                    codes(scope),
                    scope.fromMonth().toString(),
                    event.log(),
                    event.position()));
        }
        return new Reporters(
                all.stream()
                        .skip((long) (chosen.page() - 1) * chosen.limit())
                        .limit(chosen.limit())
                        .toList(),
                chosen.page(),
                chosen.limit(),
                all.size());
    }

    private static Scope shown(String state, ReporterScopeSet scope, RecordedEvent event) {
        return new Scope(
                scope.reporter().value(),
                state,
                codes(scope),
                scope.fromMonth().toString(),
                event.log(),
                event.position());
    }

    private static ReporterId whole(String reporter, SecondOfficer request) {
        List<Fault> faults = new ArrayList<>();
        ReporterId who = reporter(reporter, faults);
        Reasons.check(request.reason(), faults);
        Parameters.refuse(faults);
        return Objects.requireNonNull(who);
    }

    private static List<String> codes(ReporterScopeSet scope) {
        return scope.performedIn().stream().map(RecipientCode::value).toList();
    }

    private static @Nullable ReporterId reporter(String text, List<Fault> faults) {
        try {
            return new ReporterId(text);
        } catch (IllegalArgumentException notInForm) {
            faults.add(Fault.of(
                    "reporter",
                    text,
                    "It is not a reporter's name",
                    "Use lower-case words and digits joined by hyphens"));
            return null;
        }
    }

    private List<RecipientCode> regions(ScopeRequest request, List<Fault> faults) {
        TreeSet<String> seen = new TreeSet<>();
        List<RecipientCode> regions = new ArrayList<>();
        List<RecipientCode> known = List.copyOf(reporting.rules().regions());
        for (int i = 0; i < request.performedIn().size(); i++) {
            String code = request.performedIn().get(i);
            String field = "performedIn[" + i + "]";
            if (!seen.add(code)) {
                faults.add(Fault.of(field, code, "The region stands twice", "Name each region once"));
            } else {
                known.stream()
                        .filter(region -> region.value().equals(code))
                        .findFirst()
                        .ifPresentOrElse(
                                regions::add,
                                () -> faults.add(Fault.of(
                                        field,
                                        code,
                                        "There is no such region",
                                        "Use a region's two-digit code, as in 01 or 23")));
            }
        }
        return regions;
    }
}
