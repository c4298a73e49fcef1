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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.requisition.api.MandatesResource;

/** Mandates that wait for an officer. */
@Path("/cases/desk/mandates")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
@Produces(Pages.HTML)
@Blocking
public class MandatesPageResource {
    private final MandatePages mandates;
    private final Pages pages;
    private final FormActs acts;
    private final MandatesResource operations;

    MandatesPageResource(MandatePages mandates, Pages pages, FormActs acts, MandatesResource operations) {
        this.mandates = mandates;
        this.pages = pages;
        this.acts = acts;
        this.operations = operations;
    }

    @CheckedTemplate(basePath = "pages/desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance mandates(DeskRows.Mandates page);

        static native TemplateInstance mandate(DeskRows.MandatePage page);
    }

    @GET
    @Operation(hidden = true)
    public Response waiting(@QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.mandates(mandates.waiting(done)));
    }

    @GET
    @Path("/{organisation}")
    @Operation(hidden = true)
    public Response read(@PathParam("organisation") String number, @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.mandate(mandates.page(number, done, Form.EMPTY)));
    }

    /** Where an act's address is opened anew: the mandate. */
    @GET
    @Path("/{organisation}/{act: approval|withdrawal}")
    @Operation(hidden = true)
    public Response again(@PathParam("organisation") String number, @PathParam("act") String act) {
        return pages.live(() -> Templates.mandate(mandates.page(number, "", Form.EMPTY)));
    }

    @POST
    @Path("/{organisation}/{act: approval|withdrawal}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(
            @PathParam("organisation") String number,
            @PathParam("act") String act,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        byte[] body = acts.body(Map.of("reason", typed.getOrDefault("reason", "")));
        boolean approves = act.equals("approval");
        FormActs.Attempt attempt = acts.attempt(
                act,
                typed,
                typed.get("version"),
                () -> approves ? operations.approve(number, body) : operations.withdraw(number, body));
        return attempt.done()
                ? pages.next("/cases/desk/mandates/" + number + "?done=" + (approves ? "mandate" : "mandate-ended"))
                : pages.live(attempt.status(), () -> Templates.mandate(mandates.page(number, "", attempt.form())));
    }
}
