package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.requisition.application.DefinitionArchive;
import se.statsbidrag.requisition.application.Definitions;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.ProgrammeVersion;
import se.statsbidrag.requisition.domain.ProgrammeVersionDecider;
import se.statsbidrag.requisition.domain.ProgrammeVersions;
import se.statsbidrag.requisition.messaging.PlanSimulations;
import se.statsbidrag.rules.value.ProgrammeId;

/** The versions of a programme's definition: one person proposes, another puts in force or returns. */
@Path(ApiPaths.PROGRAMMES + "/{programme}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "programmes", description = "Grants and their definitions")
public class ProgrammeVersionsResource {
    private static final String YAML = "application/yaml";

    private final Commands commands;
    private final Definitions definitions;
    private final DefinitionArchive archive;
    private final PlanSimulations plans;

    @Inject
    public ProgrammeVersionsResource(
            Commands commands, Definitions definitions, DefinitionArchive archive, PlanSimulations plans) {
        this.commands = commands;
        this.definitions = definitions;
        this.archive = archive;
        this.plans = plans;
    }

    /**
     * Why.
     *
     * @param reason at most 2000 characters, without names of people
     */
    @Schema(name = "ProgrammeVersionReason")
    public record Reason(String reason) {}

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @Operation(
            operationId = "proposeProgrammeVersion",
            summary = "Propose a definition",
            description = "A new version of a programme's definition, or the first of a new programme; the body is the"
                    + " definition itself. Its tables are bound to the reference data that it names, the newest version"
                    + " where it states none. It rules nothing until another person puts it in force. A later proposal"
                    + " takes its place; the same one by the same person again changes nothing. Every fault is named at"
                    + " once: row is the line, field the path; a control total that fails is named in the fault. It may"
                    + " hold 1 MB, 50,000 values, 20 levels, and names of 100 characters.")
    @RequestBody(
            description = "The definition, as its JSON Schema says",
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "202",
            description = "Proposed: it waits for a second person",
            content = @Content(schema = @Schema(implementation = ProgrammeVersionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The caller has proposed just this already, and it waits",
            content = @Content(schema = @Schema(implementation = ProgrammeVersionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not UTF-8, or neither JSON nor YAML")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "413", description = "The definition is larger than 1 MB")
    @APIResponse(responseCode = "415", description = "Another media type than application/json or application/yaml")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every fault with its line and path")
    public Response propose(
            @PathParam("programme") String name,
            @Parameter(
                            description =
                                    "Why; required once a version is in force. At most 2000 characters, no names of people")
                    @QueryParam("reason")
                    @Nullable String reason,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        return propose(name, reason, headers.getMediaType(), body);
    }

    /** The same for a page, which says in which form the file is. */
    @RolesAllowed(Roles.OFFICER)
    public Response propose(String name, @Nullable String reason, @Nullable MediaType type, byte @Nullable [] body) {
        byte[] sent = body == null ? new byte[0] : body;
        ProgrammeId programme = wellFormed(name);
        ProposedDefinition proposed = ProposedDefinition.of(type, sent, reason);
        return commands.execute(sent, command -> {
            ProgrammeVersions before = definitions.load(programme);
            command.requireMatch(before.version());
            List<GrantEvent> events = proposed.events(
                    programme,
                    definitions,
                    new ProgrammeVersionDecider(before),
                    command.caller().subject());
            ProgrammeVersions after = definitions.record(programme, before, events, command.origin());
            return new Answer(
                    events.isEmpty() ? 200 : 202,
                    ProgrammeVersionView.line(after, after.all().getLast()),
                    after.version());
        });
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Operation(
            operationId = "listProgrammeVersions",
            summary = "The versions of a programme's definition",
            description =
                    "The newest first, in force or not, with who proposed, put in force or returned them, and why.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(implementation = ProgrammeVersionView.Versions.class)))
    @APIResponse(responseCode = "404", description = "No version of such a programme was proposed")
    public Response list(@PathParam("programme") String name) {
        ProgrammeVersions versions = existing(name);
        return tagged(
                new ProgrammeVersionView.Versions(versions.all().reversed().stream()
                        .map(version -> ProgrammeVersionView.line(versions, version))
                        .toList()),
                versions);
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/{n}")
    @Operation(
            operationId = "getProgrammeVersion",
            summary = "A version of a programme's definition",
            description = "With the definition as it was recorded: its tables hold the figures that it is bound to.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = ProgrammeVersionView.class)))
    @APIResponse(responseCode = "404", description = "No such version was proposed")
    public Response get(@PathParam("programme") String name, @PathParam("n") String number) {
        ProgrammeVersions versions = existing(name);
        return tagged(ProgrammeVersionView.whole(versions, version(versions, number)), versions);
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/{n}/differences")
    @Operation(
            operationId = "getProgrammeVersionDifferences",
            summary = "What a version would change",
            description = "Against the version in force before it, field by field, and in kronor per recipient and pot"
                    + " for the pots whose shares follow from the definition alone. For a version that waits, plan says"
                    + " what every recipient would be due from all pots, with what has been requisitioned and reported;"
                    + " null when no plan can be had now. Read it before putting the version in force.")
    @APIResponse(
            responseCode = "200",
            description = "The differences",
            content = @Content(schema = @Schema(implementation = ProgrammeDifferencesView.class)))
    @APIResponse(responseCode = "404", description = "No such version was proposed")
    public Response differences(@PathParam("programme") String name, @PathParam("n") String number) {
        ProgrammeVersions versions = existing(name);
        ProgrammeVersion version = version(versions, number);
        return tagged(differences(versions, version), versions);
    }

    /** The same for a page. */
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    public ProgrammeDifferencesView differences(ProgrammeVersions versions, ProgrammeVersion version) {
        boolean waits = versions.active() > 0
                && versions.waiting().filter(version::equals).isPresent();
        return ProgrammeDifferencesView.of(
                versions.before(version).orElse(null),
                version,
                waits ? plans.ifInForce(version.proposal().programme(), version) : Optional.empty());
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
    @Path("/{n}/activation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "activateProgrammeVersion",
            summary = "Put a proposed version in force",
            description = "By another person than the one who proposed it, compared by person. It rules the whole"
                    + " programme from then on; plans are recomputed.")
    @RequestBody(
            description = "Why",
            required = true,
            content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content = @Content(schema = @Schema(implementation = ProgrammeVersionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such version was proposed")
    @APIResponse(
            responseCode = "409",
            description =
                    "The caller is the one who proposed it, it is in force or returned, or a later one was proposed")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response activate(
            @PathParam("programme") String name, @PathParam("n") String number, byte @Nullable [] body) {
        return settle(
                name,
                number,
                body,
                (decider, version, reason, command) ->
                        decider.activate(version, command.caller().subject(), reason));
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
    @Path("/{n}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnProgrammeVersion",
            summary = "Return a proposed version",
            description =
                    "It can no longer be put in force; the next proposal has a number of its own. Whoever proposed"
                            + " it may take it back in this way too.")
    @RequestBody(
            description = "Why",
            required = true,
            content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = ProgrammeVersionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such version was proposed")
    @APIResponse(responseCode = "409", description = "It is in force or returned, or a later one was proposed")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response sendBack(
            @PathParam("programme") String name, @PathParam("n") String number, byte @Nullable [] body) {
        return settle(name, number, body, (decider, version, reason, command) -> decider.giveBack(version, reason));
    }

    private interface Settlement {
        Decision decide(ProgrammeVersionDecider decider, int version, String reason, Command command);
    }

    private Response settle(String name, String number, byte @Nullable [] body, Settlement settlement) {
        byte[] sent = body == null ? new byte[0] : body;
        return commands.execute(sent, command -> {
            ProgrammeVersions before = existing(name);
            ProgrammeVersion version = version(before, number);
            command.requireMatch(before.version());
            BodyFields fields = BodyFields.of(sent);
            String reason = fields.text("reason");
            List<GrantEvent> events = Refusals.accepted(
                    settlement.decide(new ProgrammeVersionDecider(before), version.number(), reason, command),
                    fields.faults());
            ProgrammeVersions after =
                    definitions.record(version.proposal().programme(), before, events, command.origin());
            return new Answer(200, ProgrammeVersionView.line(after, version(after, number)), after.version());
        });
    }

    private static Response tagged(Object body, ProgrammeVersions versions) {
        return Response.ok(body)
                .header("ETag", "\"" + versions.version() + "\"")
                .build();
    }

    private static ProgrammeId wellFormed(String name) {
        try {
            return new ProgrammeId(name);
        } catch (IllegalArgumentException notInForm) {
            throw Problems.invalid(
                    "programme",
                    name,
                    "It is not a programme's name",
                    "Use lower-case words and digits joined by hyphens");
        }
    }

    private ProgrammeVersions existing(String name) {
        return archive.programmes().stream()
                .filter(programme -> programme.value().equals(name))
                .findFirst()
                .map(definitions::load)
                .orElseThrow(() -> Lookup.notFound(
                        "programme '" + Lookup.shortened(name) + "'",
                        "Programmes: "
                                + archive.programmes().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))));
    }

    private static ProgrammeVersion version(ProgrammeVersions versions, String number) {
        return versions.all().stream()
                .filter(version -> Integer.toString(version.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Lookup.notFound(
                        "version '" + Lookup.shortened(number) + "'",
                        "Versions: "
                                + versions.all().stream()
                                        .map(version -> Integer.toString(version.number()))
                                        .collect(Collectors.joining(", "))));
    }
}
