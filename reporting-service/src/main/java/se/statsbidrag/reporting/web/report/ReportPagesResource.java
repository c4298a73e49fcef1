package se.statsbidrag.reporting.web.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.pages.AsOfField;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.reporting.document.ReportFiles;
import se.statsbidrag.reporting.domain.report.ReportDocument;

/** Reports to the government: which there are and when they are due, each as of any day, to read and to fetch as a file. */
@Path("/overview/reports")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR, Roles.READER})
@Produces(Pages.HTML)
@Blocking
public class ReportPagesResource {
    static final String ROOT = "/overview/reports";

    private final ReportPages views;
    private final Pages pages;
    private final ReportFiles files;

    ReportPagesResource(ReportPages views, Pages pages, ReportFiles files) {
        this.views = views;
        this.pages = pages;
        this.files = files;
    }

    @CheckedTemplate(basePath = "pages/report")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance grant(ReportPages.Grant page);

        static native TemplateInstance report(ReportPages.Report page);
    }

    @GET
    @Path("/{programme}")
    @Operation(hidden = true)
    public Response grant(
            @PathParam("programme") String programme,
            @QueryParam("asOf") @DefaultValue("") String day,
            @QueryParam("time") @DefaultValue("") String time) {
        AsOfField asked = views.asked(day, time);
        return pages.still(status(asked), Templates.grant(views.grant(programme, asked)));
    }

    /** A day that is none shows the list of reports, where the field says what is wrong. */
    @GET
    @Path("/{programme}/{report}")
    @Operation(hidden = true)
    public Response report(
            @PathParam("programme") String programme,
            @PathParam("report") String report,
            @QueryParam("asOf") @DefaultValue("") String day,
            @QueryParam("time") @DefaultValue("") String time) {
        AsOfField asked = views.asked(day, time);
        return asked.fault().isEmpty()
                ? pages.still(200, Templates.report(views.report(programme, report, asked)))
                : pages.still(status(asked), Templates.grant(views.grant(programme, asked)));
    }

    /** @param ending {@code csv}, {@code xlsx} or {@code pdf} */
    @GET
    @Path("/{programme}/{report}/report.{ending}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(
            @PathParam("programme") String programme,
            @PathParam("report") String report,
            @PathParam("ending") String ending,
            @QueryParam("asOf") @DefaultValue("") String instant) {
        AsOfField asked = views.asked(instant, "");
        if (!asked.fault().isEmpty()) {
            throw Problems.invalid("asOf", instant, "It is no day or instant that has passed", "Choose another day");
        }
        ReportDocument document = views.document(programme, report, asked);
        return (switch (ending) {
                    case "csv" -> files.csv(document);
                    case "xlsx" -> files.xlsx(document);
                    case "pdf" -> files.pdf(document);
                    default -> throw Problems.notFound("report as '" + ending + "'");
                })
                .build();
    }

    private static int status(AsOfField asked) {
        return asked.fault().isEmpty() ? 200 : 422;
    }
}
