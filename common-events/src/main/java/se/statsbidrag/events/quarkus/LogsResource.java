package se.statsbidrag.events.quarkus;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.audit.ExportWriter;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;

/** Proof that nothing was changed in what this service recorded, for auditors; under the API's own base. */
@Path(ApiProfile.BASE + "/logs")
@Blocking
@Tag(name = "audit", description = "Who did what, and proof that nothing was changed")
public class LogsResource {
    static final String NDJSON = "application/x-ndjson";
    private static final String JWS = "application/jose";
    private static final String JWKS = "application/jwk-set+json";
    private static final String LOG = "A log's name, such as the service's own or refusals";

    /** @param logs the service's own first */
    public record LogList(List<Head> logs) {}

    private final Settings settings;
    private final WrittenLogs logs;
    private final LogVerifications verifications;
    private final Statements statements;
    private final BusinessClock clock;

    @Inject
    LogsResource(
            Settings settings,
            WrittenLogs logs,
            LogVerifications verifications,
            Statements statements,
            BusinessClock clock) {
        this.settings = settings;
        this.logs = logs;
        this.verifications = verifications;
        this.statements = statements;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listLogs",
            summary = "The logs of this service",
            description = "How far each log that this service writes has come: position and hash of its last event, and"
                    + " the time at or before which nothing more will be recorded")
    @APIResponse(
            responseCode = "200",
            description = "The logs",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LogList.class)))
    public LogList list(
            @Parameter(hidden = true) @PathParam("api") String api,
            @Parameter(hidden = true) @PathParam("version") String version) {
        settings.requireApi(api, version);
        return new LogList(logs.heads());
    }

    @GET
    @Path("/{log}/verification")
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyLog",
            summary = "Verify a log",
            description = "Walks the log's chain from its first event and names the first that is not as it was"
                    + " recorded. Takes half a minute at most; a longer log is verified from an export")
    @APIResponse(
            responseCode = "200",
            description = "The verdict: WHOLE, BROKEN or UNFINISHED",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Verification.class)))
    public Verification verification(
            @Parameter(hidden = true) @PathParam("api") String api,
            @Parameter(hidden = true) @PathParam("version") String version,
            @Parameter(description = LOG) @PathParam("log") String log) {
        settings.requireApi(api, version);
        return verifications.verify(logs.require(log));
    }

    @GET
    @Path("/{log}/export")
    @RolesAllowed(Roles.AUDITOR)
    @Produces(NDJSON)
    @Operation(
            operationId = "exportLog",
            summary = "Take out a whole log",
            description = "Lines of JSON: first one that names the log, its last position and hash, and when it was"
                    + " taken out; then one event per line, as recorded, saved drafts among them, for the chain's sake."
                    + " Verified by ./audit verify")
    @APIResponse(
            responseCode = "200",
            description = "The log",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
    public Response export(
            @Parameter(hidden = true) @PathParam("api") String api,
            @Parameter(hidden = true) @PathParam("version") String version,
            @Parameter(description = LOG) @PathParam("log") String log) {
        settings.requireApi(api, version);
        EventLog exported = logs.require(log);
        Head head = exported.head();
        StreamingOutput lines = out -> ExportWriter.write(exported::readAfter, head, clock.instant(), out);
        return Response.ok(lines, NDJSON)
                .header("Content-Disposition", "attachment; filename=\"" + exported.name() + ".ndjson\"")
                .build();
    }

    @GET
    @Path("/heads-statement")
    @RolesAllowed(Roles.AUDITOR)
    @Produces(JWS)
    @Operation(
            operationId = "getHeadsStatement",
            summary = "A signed statement of the logs' heads",
            description = "What this service states now about the position and hash of each of its logs, as a compact"
                    + " JWS signed by ES256. Who keeps each day's can find out a log that was written anew")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = @Content(mediaType = JWS, schema = @Schema(implementation = String.class)))
    public String headsStatement(
            @Parameter(hidden = true) @PathParam("api") String api,
            @Parameter(hidden = true) @PathParam("version") String version) {
        settings.requireApi(api, version);
        return statements.signed();
    }

    @GET
    @Path("/statement-keys")
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Produces(JWKS)
    @Operation(
            operationId = "getStatementKeys",
            summary = "The public keys of statements",
            description = "The public part of the key that signs this service's statements, as a JWK Set. Keep it apart"
                    + " from the statements")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(mediaType = JWKS, schema = @Schema(type = SchemaType.OBJECT)))
    public String statementKeys(
            @Parameter(hidden = true) @PathParam("api") String api,
            @Parameter(hidden = true) @PathParam("version") String version) {
        settings.requireApi(api, version);
        return statements.publicKeys();
    }
}
