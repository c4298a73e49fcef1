package se.statsbidrag.reporting.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.DataTable;
import se.statsbidrag.pages.Frame;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.pages.TableFiles;

/** The overview, for whoever works at the agency, runs or audits the system, or reads for another agency. */
@Path("/")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR, Roles.OPERATOR, Roles.READER})
@Produces(Pages.HTML)
@Blocking
public class PagesResource {
    private final Programmes programmes;
    private final OverviewPages grants;
    private final ProgrammePages overviews;
    private final TableFiles files;
    private final Pages pages;
    private final Frame frame;

    PagesResource(
            Programmes programmes,
            OverviewPages grants,
            ProgrammePages overviews,
            TableFiles files,
            Pages pages,
            Frame frame) {
        this.programmes = programmes;
        this.grants = grants;
        this.overviews = overviews;
        this.files = files;
        this.pages = pages;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance programme(ProgrammePage page);

        static native TemplateInstance programmes(OverviewPage page);
    }

    /** The overview; whoever has none is led to where he begins, such as recipients' people to their cases. */
    @GET
    @RolesAllowed("**")
    @Operation(hidden = true)
    public Response first() {
        if (frame.isInNavigation()) {
            return overview();
        }
        if (frame.getNavigation().isEmpty()) {
            throw new ForbiddenException();
        }
        return pages.next(frame.getHome());
    }

    @GET
    @Path("/overview")
    @Operation(hidden = true)
    public Response overview() {
        return pages.live(() -> Templates.programmes(grants.page()));
    }

    @GET
    @Path("/overview/programmes/{programme}")
    @Operation(hidden = true)
    public Response programme(@PathParam("programme") String programme) {
        ProgrammeInForce inForce = inForce(programme);
        return pages.live(() -> Templates.programme(overviews.page(inForce)));
    }

    /** @param rows codes of the recipients to hold, joined by commas, in the order that they are to have; null for all */
    @GET
    @Path("/overview/programmes/{programme}/recipients.csv")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response csv(@PathParam("programme") String programme, @QueryParam("rows") @Nullable String rows) {
        ProgrammeInForce inForce = inForce(programme);
        return files.csv(table(inForce, rows), overviews.about(inForce));
    }

    /** @param rows as for {@link #csv} */
    @GET
    @Path("/overview/programmes/{programme}/recipients.xlsx")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response xlsx(@PathParam("programme") String programme, @QueryParam("rows") @Nullable String rows) {
        ProgrammeInForce inForce = inForce(programme);
        return files.xlsx(table(inForce, rows), overviews.about(inForce));
    }

    private DataTable table(ProgrammeInForce programme, @Nullable String rows) {
        DataTable all = overviews.recipients(programme).table();
        return rows == null ? all : all.with(Arrays.asList(rows.split(",")));
    }

    private ProgrammeInForce inForce(String programme) {
        return programmes.current().programmes().stream()
                .filter(each -> each.id().value().equals(programme))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
