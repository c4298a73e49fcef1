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

/** Which months of a programme's operation counts are missing, late or out of line, and what was delivered. */
@Path("/overview/programmes/{programme}/data-quality")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class DataQualityResource {
    private final Programmes programmes;
    private final DataQualityPages quality;
    private final Pages pages;

    DataQualityResource(Programmes programmes, DataQualityPages quality, Pages pages) {
        this.programmes = programmes;
        this.quality = quality;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance dataQuality(DataQualityPage page);

        static native TemplateInstance delivery(DeliveryPage page);
    }

    /** @param state the state that the months shown have; null or unknown for all */
    @GET
    @Operation(hidden = true)
    public Response dataQuality(@PathParam("programme") String programme, @QueryParam("state") @Nullable String state) {
        ProgrammeInForce inForce = inForce(programme);
        return pages.live(() -> Templates.dataQuality(quality.page(inForce, state)));
    }

    /** @param region the performing region whose cells to show; null for the whole delivery in sums */
    @GET
    @Path("/{reporter}/{month}")
    @Operation(hidden = true)
    public Response delivery(
            @PathParam("programme") String programme,
            @PathParam("reporter") String reporter,
            @PathParam("month") String month,
            @QueryParam("region") @Nullable String region) {
        ProgrammeInForce inForce = inForce(programme);
        return pages.live(() -> Templates.delivery(
                quality.delivery(inForce, reporter, month, region).orElseThrow(NotFoundException::new)));
    }

    private ProgrammeInForce inForce(String programme) {
        return programmes.current().programmes().stream()
                .filter(each -> each.id().value().equals(programme)
                        && !each.definition().procedures().isEmpty())
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
