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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Pages;

/** The follow-up of a programme's operations (R-K9), for whoever may read the counts themselves. */
@Path("/overview/programmes/{programme}/operations")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class OperationsPagesResource {
    private final Programmes programmes;
    private final OperationsPages operations;
    private final Pages pages;

    OperationsPagesResource(Programmes programmes, OperationsPages operations, Pages pages) {
        this.programmes = programmes;
        this.operations = operations;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance operations(OperationsPage page);
    }

    /** @param region whose inhabitants' operations to show by month; null or unknown for the whole country's */
    @GET
    @Operation(hidden = true)
    public Response operations(
            @PathParam("programme") String programme, @QueryParam("region") @Nullable String region) {
        ProgrammeInForce inForce = programmes.current().programmes().stream()
                .filter(each -> each.id().value().equals(programme)
                        && !each.definition().procedures().isEmpty())
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return pages.live(() -> Templates.operations(operations.page(inForce, region)));
    }
}
