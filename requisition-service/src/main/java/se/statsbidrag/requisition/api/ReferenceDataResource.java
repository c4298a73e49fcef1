package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.requisition.application.DefinitionArchive;
import se.statsbidrag.requisition.application.DefinitionArchive.Binding;
import se.statsbidrag.requisition.application.ReferenceData;
import se.statsbidrag.requisition.application.ReferenceData.Imported;
import se.statsbidrag.requisition.application.ReferenceTableFile;
import se.statsbidrag.requisition.application.StoredTable;
import se.statsbidrag.requisition.domain.ReferenceTableForm;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Incoming;
import se.statsbidrag.rules.value.TableStatus;

/** Tables that grants are computed from, each version with its source, day and status. */
@Path(ApiPaths.REFERENCE_DATA)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "reference data", description = "Tables that grants are computed from")
public class ReferenceDataResource {
    private static final String CSV = "text/csv";
    private static final List<Variant> FORMS = List.of(
            new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null),
            new Variant(new MediaType("text", "csv").withCharset("UTF-8"), (String) null, null));

    private final Commands commands;
    private final ReferenceData tables;
    private final DefinitionArchive archive;
    private final Waiting waiting;
    private final Access access;

    @Inject
    public ReferenceDataResource(
            Commands commands, ReferenceData tables, DefinitionArchive archive, Waiting waiting, Access access) {
        this.commands = commands;
        this.tables = tables;
        this.archive = archive;
        this.waiting = waiting;
        this.access = access;
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
        Roles.AUDITOR,
        Roles.OPERATOR
    })
    @Operation(
            operationId = "listReferenceData",
            summary = "The tables of reference data",
            description = "Each with its newest version, and which versions of programmes rest on which version.")
    @APIResponse(
            responseCode = "200",
            description = "The tables by name",
            content = @Content(schema = @Schema(implementation = ReferenceTableView.Tables.class)))
    public ReferenceTableView.Tables list(
            @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
                    @QueryParam("after")
                    @Nullable List<String> after,
            @Parameter(description = "How many seconds to wait for it at most, 0 to 10") @QueryParam("wait") @Nullable String wait) {
        waiting.until(after, wait);
        return new ReferenceTableView.Tables(tables.all().stream()
                .map(table -> ReferenceTableView.Line.of(
                        table, archive.boundTo(table.form().table())))
                .toList());
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
        Roles.AUDITOR,
        Roles.OPERATOR
    })
    @Path("/{table}")
    @Produces({MediaType.APPLICATION_JSON, CSV + ";charset=UTF-8"})
    @Operation(
            operationId = "getReferenceTable",
            summary = "A table of reference data",
            description = "The newest version, or an earlier one. As text/csv: the file that importing takes.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReferenceTableView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "No such table, or no such version of it")
    @APIResponse(
            responseCode = "406",
            description = "Another media type than application/json or text/csv is asked for")
    @APIResponse(responseCode = "422", description = "The version is no number")
    public Response get(
            @Parameter(description = "The table's name", example = "region-population") @PathParam("table") String name,
            @Parameter(description = "An earlier version, from 1", example = "1") @QueryParam("version") @Nullable String version,
            @Context Request request) {
        StoredTable table = tables.load(form(name));
        if (version != null && !version.matches("[1-9][0-9]{0,8}")) {
            throw Problems.invalid("version", version, "It is not a version", "Send a whole number from 1");
        }
        ReferenceTableImported found = (version == null
                        ? table.versions().newest()
                        : table.versions().version(Integer.parseInt(version)))
                .orElseThrow(() -> Lookup.notFound(
                        "version" + (version == null ? "" : " " + version) + " of table '" + name + "'",
                        "It has " + table.events().size() + " versions; PUT the table to import one"));
        Variant form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        List<Binding> bindings = archive.boundTo(found.table());
        Object body = MediaType.APPLICATION_JSON_TYPE.isCompatible(form.getMediaType())
                ? ReferenceTableView.of(table, found, bindings, access.seesPersons())
                : ReferenceTableFile.write(table.form(), found);
        return Response.ok(body, form)
                .header("ETag", "\"" + table.events().size() + "\"")
                .build();
    }

    @PUT
    @RolesAllowed(Roles.OFFICER)
    @Path("/{table}")
    @Consumes(CSV)
    @Operation(
            operationId = "putReferenceTable",
            summary = "Import a table of reference data",
            description = "A new version of the whole table; the same content, source, day and status again changes"
                    + " nothing. Programmes go on with the version that they are bound to. All faults are named at once,"
                    + " with the line of the file, its header being line 1.")
    @RequestBody(
            description = "The table, a row for each recipient",
            required = true,
            content = @Content(mediaType = CSV))
    @APIResponse(
            responseCode = "201",
            description = "The table's first version has come in",
            content = @Content(schema = @Schema(implementation = ReferenceTableView.Outcome.class)))
    @APIResponse(
            responseCode = "200",
            description = "A new version has come in, or nothing had changed",
            content = @Content(schema = @Schema(implementation = ReferenceTableView.Outcome.class)))
    @APIResponse(responseCode = "400", description = "The file is not UTF-8, or not CSV")
    @APIResponse(responseCode = "404", description = "No such table; those there are, are named")
    @APIResponse(responseCode = "412", description = "Another version has come in since the one in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than text/csv")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every row and parameter at fault")
    public Response put(
            @Parameter(description = "The table's name", example = "region-population") @PathParam("table") String name,
            @Parameter(description = "The document or office that the figures are from", required = true)
                    @QueryParam("source")
                    @Nullable String source,
            @Parameter(description = "The day that the figures are of", required = true, example = "2024-11-01")
                    @QueryParam("date")
                    @Nullable String date,
            @Parameter(
                            description = "Whether the figures are official",
                            required = true,
                            schema = @Schema(implementation = TableStatus.class))
                    @QueryParam("status")
                    @Nullable String status,
            byte @Nullable [] body) {
        ReferenceTableForm form = form(name);
        byte[] sent = body == null ? new byte[0] : body;
        return commands.execute(sent, command -> {
            Incoming incoming = ReferenceTableParameters.incoming(form, source, date, status, sent);
            StoredTable before = tables.load(form);
            command.requireMatch(before.events().size());
            Imported imported = tables.take(before, incoming, command.origin());
            int version = imported.table().events().size();
            return new Answer(
                    imported.recorded() && version == 1 ? 201 : 200, ReferenceTableView.Outcome.of(imported), version);
        });
    }

    private static ReferenceTableForm form(String name) {
        return ReferenceData.forms()
                .form(name)
                .orElseThrow(() -> Lookup.notFound(
                        "table '" + Lookup.shortened(name) + "' of reference data",
                        "Tables: "
                                + ReferenceData.forms().tables().keySet().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))));
    }
}
