package se.statsbidrag.reporting.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import se.statsbidrag.reporting.domain.report.ReportDocument;

/** A report as a file with a name: the same report gives the same bytes. */
@ApplicationScoped
public class ReportFiles {
    /** Tables one after the other, as text. */
    public static final String CSV = "text/csv";

    /** A workbook with a sheet for each table. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A document to send. */
    public static final String PDF = "application/pdf";

    private static final DateTimeFormatter IN_NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ReportPdf pdf;

    ReportFiles(ReportPdf pdf) {
        this.pdf = pdf;
    }

    public Response.ResponseBuilder csv(ReportDocument report) {
        return file(ReportTables.csv(report), CSV + ";charset=UTF-8", report, "csv");
    }

    public Response.ResponseBuilder xlsx(ReportDocument report) {
        return file(ReportTables.xlsx(report), XLSX, report, "xlsx");
    }

    public Response.ResponseBuilder pdf(ReportDocument report) {
        return file(pdf.of(report), PDF, report, "pdf");
    }

    private static Response.ResponseBuilder file(byte[] bytes, String type, ReportDocument report, String ending) {
        String name = report.programme() + "_" + report.kind().pathName() + "_" + IN_NAME.format(report.asOf());
        return Response.ok(bytes)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"");
    }
}
