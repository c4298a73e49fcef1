package se.statsbidrag.reporting.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Pages;

/**
 * The overview, for whoever works at the agency, runs or audits the system, or reads for another agency. With one programme
 * in force the first page shows it; with several it lists them.
 */
@Path("/")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR, Roles.OPERATOR, Roles.READER})
@Produces(Pages.HTML)
@Blocking
public class PagesResource {
    private final Programmes programmes;
    private final ProgrammePages overviews;
    private final Pages pages;

    PagesResource(Programmes programmes, ProgrammePages overviews, Pages pages) {
        this.programmes = programmes;
        this.overviews = overviews;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance programme(ProgrammePage page);

        static native TemplateInstance programmes();
    }

    @GET
    @Operation(hidden = true)
    public Response first() {
        return overview();
    }

    @GET
    @Path("/overview")
    @Operation(hidden = true)
    public Response overview() {
        List<ProgrammeInForce> inForce = List.copyOf(programmes.current().programmes());
        return pages.live(() ->
                inForce.size() == 1 ? Templates.programme(overviews.page(inForce.getFirst())) : Templates.programmes());
    }

    @GET
    @Path("/overview/programmes/{programme}")
    @Operation(hidden = true)
    public Response programme(@PathParam("programme") String programme) {
        ProgrammeInForce inForce = programmes.current().programmes().stream()
                .filter(each -> each.id().value().equals(programme))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return pages.live(() -> Templates.programme(overviews.page(inForce)));
    }
}
