package se.statsbidrag.reporting.api.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.reporting.document.ReportFiles;
import se.statsbidrag.reporting.domain.report.ReportDocument;
import se.statsbidrag.reporting.read.report.GovernmentReports;

/** What the agency reports to the government, as of an instant, in four formats (R-K9, R-K11, R-T8, R-G7, R-G8). */
@Path("/reporting/v1/programmes/{programme}/government-reports")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
@Tag(name = "Government reports", description = "What the agency reports to the government, as of an instant")
@Blocking
public class GovernmentReportsResource {
    private static final String PROGRAMME = "The programme's name";

    private final GovernmentReports reports;
    private final ReportFiles files;
    private final ObjectMapper json;

    GovernmentReportsResource(GovernmentReports reports, ReportFiles files, ObjectMapper json) {
        this.reports = reports;
        this.files = files;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
    @Operation(
            operationId = "listGovernmentReports",
            summary = "The reports that a programme makes",
            description = "In the order of the definition, with the days in force by which they are due. Never paged.")
    @APIResponse(responseCode = "200", description = "The reports")
    public GovernmentReportDocument.Reports list(
            @PathParam("programme") @Parameter(description = PROGRAMME) String programme) {
        ProgrammeInForce inForce = reports.programme(programme);
        return new GovernmentReportDocument.Reports(
                programme,
                reports.of(inForce).stream()
                        .map(GovernmentReportDocument.Made::of)
                        .toList());
    }

    @GET
    @Path("/{report}")
    @Produces({MediaType.APPLICATION_JSON, ReportFiles.CSV, ReportFiles.XLSX, ReportFiles.PDF})
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
    @Operation(
            operationId = "getGovernmentReport",
            summary = "A report to the government",
            description =
                    "Over all that was recorded by an instant, once every source has confirmed that nothing more can be: the"
                            + " same instant gives the same file, byte for byte, in each format. Accept chooses the format."
                            + " The plan and the balances are those that allocation-service gives with the same asOf."
                            + " Without asOf it is as of now; Content-Location says of when.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = GovernmentReportDocument.Report.class)),
                @Content(mediaType = ReportFiles.CSV),
                @Content(
                        mediaType = ReportFiles.XLSX,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "workbook", value = "PK…")),
                @Content(
                        mediaType = ReportFiles.PDF,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "document", value = "%PDF-1.7…"))
            })
    public Response report(
            @PathParam("programme") @Parameter(description = PROGRAMME) String programme,
            @PathParam("report") @Parameter(description = "monthly, interim, final or annual-summary") String report,
            @QueryParam("asOf") @Parameter(description = "RFC 3339 instant that has passed; left out, now") @Nullable String asOf,
            @Context Request request) {
        ReportDocument document = reports.report(programme, report, asOf);
        MediaType wanted = request.selectVariant(Variant.mediaTypes(Stream.of(
                                        MediaType.APPLICATION_JSON, ReportFiles.CSV, ReportFiles.XLSX, ReportFiles.PDF)
                                .map(MediaType::valueOf)
                                .toArray(MediaType[]::new))
                        .add()
                        .build())
                .getMediaType();
        Response.ResponseBuilder answer = switch (wanted.getType() + "/" + wanted.getSubtype()) {
            case ReportFiles.CSV -> files.csv(document);
            case ReportFiles.XLSX -> files.xlsx(document);
            case ReportFiles.PDF -> files.pdf(document);
            default -> json(document);
        };
        return answer.header(HttpHeaders.CONTENT_LOCATION, "?asOf=" + document.asOf())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private Response.ResponseBuilder json(ReportDocument document) {
        try {
            return Response.ok(
                    json.writeValueAsString(GovernmentReportDocument.Report.of(document))
                            .getBytes(StandardCharsets.UTF_8),
                    MediaType.APPLICATION_JSON_TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
