package se.statsbidrag.requisition.web.rules;

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
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.requisition.api.ReferenceDataResource;

/** The tables that grants are computed from, with source, day and status; new versions of them. */
@Path("/cases/reference-data")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class ReferenceDataPageResource {
    private final ReferencePages tables;
    private final Pages pages;
    private final FormActs acts;
    private final UploadFaults swedish;
    private final ReferenceDataResource operations;

    ReferenceDataPageResource(
            ReferencePages tables, Pages pages, FormActs acts, UploadFaults swedish, ReferenceDataResource operations) {
        this.swedish = swedish;
        this.tables = tables;
        this.pages = pages;
        this.acts = acts;
        this.operations = operations;
    }

    @CheckedTemplate(basePath = "pages/rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tables(RulesViews.Tables page);

        static native TemplateInstance table(RulesViews.Table page);
    }

    @GET
    @Operation(hidden = true)
    public Response all() {
        return pages.live(() -> Templates.tables(tables.all()));
    }

    @GET
    @Path("/{table}")
    @Operation(hidden = true)
    public Response read(
            @PathParam("table") String table,
            @QueryParam("version") @DefaultValue("") String version,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.table(tables.table(table, version, done, Form.EMPTY)));
    }

    @POST
    @Path("/{table}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response take(
            @PathParam("table") String table,
            @RestForm @Nullable String source,
            @RestForm @Nullable String date,
            @RestForm @Nullable String status,
            @RestForm @Nullable String seen,
            @RestForm @Nullable FileUpload file) {
        Map<String, String> typed = Map.of(
                "source", source == null ? "" : source,
                "date", date == null ? "" : date,
                "status", status == null ? "" : status);
        FormActs.Attempt attempt = swedish.of(acts.attempt(
                "import", typed, seen, () -> operations.put(table, source, date, status, RulesResource.bytes(file))));
        return attempt.done()
                ? pages.next("/cases/reference-data/" + table + "?done=imported")
                : pages.live(attempt.status(), () -> Templates.table(tables.table(table, "", "", attempt.form())));
    }
}
