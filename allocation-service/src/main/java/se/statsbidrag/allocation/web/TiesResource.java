package se.statsbidrag.allocation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.allocation.api.TieResource;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;

/** Exact ties for the last place of all programmes, what each choice would be in kronor, and officers' choices (I-K4). */
@Path("/money/ties")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class TiesResource {
    private final Pages pages;
    private final TiePages ties;
    private final TieResource operations;
    private final FormActs acts;

    TiesResource(Pages pages, TiePages ties, TieResource operations, FormActs acts) {
        this.pages = pages;
        this.ties = ties;
        this.operations = operations;
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "pages/money")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ties(TiePage page);
    }

    @GET
    @Operation(hidden = true)
    public Response all(@QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.ties(ties.page(!done.isEmpty(), Form.EMPTY)));
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{programme}/{pot}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response resolve(
            @PathParam("programme") String programme,
            @PathParam("pot") String pot,
            @FormParam("chosen") List<String> chosen,
            @FormParam("reason") @DefaultValue("") String reason) {
        return acts.act(
                TiePages.id(programme, pot),
                Map.of("chosen", String.join(",", chosen), "reason", reason),
                () -> operations.resolve(programme, pot, acts.body(new TieResource.Resolution(chosen, reason))),
                "/money/ties?done=resolved",
                again -> Templates.ties(ties.page(false, again)));
    }
}
