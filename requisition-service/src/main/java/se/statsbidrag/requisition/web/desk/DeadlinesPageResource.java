package se.statsbidrag.requisition.web.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.requisition.api.DeadlinesResource;

/** Last days on the desk: what another day would let in, and their extension. */
@Path("/cases/desk/deadlines")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
@Produces(Pages.HTML)
@Blocking
public class DeadlinesPageResource {
    private static final String DUE_DATE = "dueDate";
    private static final String REASON = "reason";

    private final DeadlinePages deadlines;
    private final Pages pages;
    private final FormActs acts;
    private final DeadlinesResource operations;

    DeadlinesPageResource(DeadlinePages deadlines, Pages pages, FormActs acts, DeadlinesResource operations) {
        this.deadlines = deadlines;
        this.pages = pages;
        this.acts = acts;
        this.operations = operations;
    }

    @CheckedTemplate(basePath = "pages/desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance deadlines(DeskRows.Deadlines page);

        static native TemplateInstance deadline(DeskRows.DeadlinePage page);
    }

    @GET
    @Operation(hidden = true)
    public Response all(@QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.deadlines(deadlines.all(done)));
    }

    @GET
    @Path("/{programme}/{deadline}")
    @Operation(hidden = true)
    public Response read(
            @PathParam("programme") String programme,
            @PathParam("deadline") String deadline,
            @QueryParam(DUE_DATE) @DefaultValue("") String dueDate,
            @QueryParam(REASON) @DefaultValue("") String reason) {
        Form form = new Form("extension", Map.of(DUE_DATE, dueDate, REASON, reason), List.of(), null);
        return pages.live(() -> Templates.deadline(deadlines.page(programme, deadline, dueDate, form)));
    }

    @POST
    @Path("/{programme}/{deadline}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response extend(
            @PathParam("programme") String programme,
            @PathParam("deadline") String deadline,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        String dueDate = typed.getOrDefault(DUE_DATE, "");
        FormActs.Attempt attempt = acts.attempt(
                "extension",
                typed,
                typed.get("version"),
                () -> operations.extend(
                        programme,
                        deadline,
                        acts.body(Map.of(DUE_DATE, dueDate, REASON, typed.getOrDefault(REASON, "")))));
        return attempt.done()
                ? pages.next("/cases/desk/deadlines?done=extension")
                : pages.live(
                        attempt.status(),
                        () -> Templates.deadline(deadlines.page(programme, deadline, dueDate, attempt.form())));
    }
}
