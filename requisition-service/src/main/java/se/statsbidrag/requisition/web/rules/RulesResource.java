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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.requisition.api.ProgrammeVersionsResource;

/** The grants' rules, to read; new versions of them, proposed by one person and put in force by another. */
@Path("/cases/programmes")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class RulesResource {
    private static final String ROOT = "/cases/programmes/";
    private static final String REASON = "reason";

    private final RulesPages rules;
    private final Pages pages;
    private final FormActs acts;
    private final UploadFaults swedish;
    private final ProgrammeVersionsResource operations;

    RulesResource(
            RulesPages rules, Pages pages, FormActs acts, UploadFaults swedish, ProgrammeVersionsResource operations) {
        this.swedish = swedish;
        this.rules = rules;
        this.pages = pages;
        this.acts = acts;
        this.operations = operations;
    }

    @CheckedTemplate(basePath = "pages/rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance programmes(RulesViews.Programmes page);

        static native TemplateInstance programme(RulesViews.Text page);

        static native TemplateInstance version(RulesViews.Differences page);
    }

    @GET
    @Operation(hidden = true)
    public Response all() {
        return pages.live(() -> Templates.programmes(rules.all(Form.EMPTY)));
    }

    @GET
    @Path("/{programme}")
    @Operation(hidden = true)
    public Response text(@PathParam("programme") String programme, @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.programme(rules.text(programme, done, Form.EMPTY)));
    }

    @GET
    @Path("/{programme}/versions/{number}")
    @Operation(hidden = true)
    public Response version(
            @PathParam("programme") String programme,
            @PathParam("number") String number,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.version(rules.differences(programme, number, done, Form.EMPTY)));
    }

    /** A new version of a programme. */
    @POST
    @Path("/{programme}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response proposeVersion(
            @PathParam("programme") String programme,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String version,
            @RestForm @Nullable FileUpload file) {
        return propose(programme, reason, version, file, true);
    }

    /** A new programme. */
    @POST
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response propose(
            @RestForm @Nullable String programme,
            @RestForm @Nullable String reason,
            @RestForm @Nullable FileUpload file) {
        return propose(programme, reason, null, file, false);
    }

    private Response propose(
            @Nullable String programme,
            @Nullable String reason,
            @Nullable String version,
            @Nullable FileUpload file,
            boolean known) {
        String name = programme == null ? "" : programme.strip();
        String why = reason == null || reason.isBlank() ? null : reason;
        byte[] sent = bytes(file);
        MediaType type = file != null && file.fileName().endsWith(".json")
                ? MediaType.APPLICATION_JSON_TYPE
                : new MediaType("application", "yaml");
        Map<String, String> typed = Map.of("programme", name, REASON, why == null ? "" : why);
        FormActs.Attempt attempt =
                swedish.of(acts.attempt("proposal", typed, version, () -> operations.propose(name, why, type, sent)));
        if (attempt.done()) {
            return pages.next(ROOT + name + "/versions/"
                    + attempt.answer().path("version").asInt() + "?done=proposed");
        }
        return pages.live(
                attempt.status(),
                () -> known
                        ? Templates.programme(rules.text(name, "", attempt.form()))
                        : Templates.programmes(rules.all(attempt.form())));
    }

    /** Where an act's address is opened anew: the version. */
    @GET
    @Path("/{programme}/versions/{number}/{act: activation|return}")
    @Operation(hidden = true)
    public Response again(
            @PathParam("programme") String programme,
            @PathParam("number") String number,
            @PathParam("act") String act) {
        return version(programme, number, "");
    }

    @POST
    @Path("/{programme}/versions/{number}/{act: activation|return}")
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response settle(
            @PathParam("programme") String programme,
            @PathParam("number") String number,
            @PathParam("act") String act,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        byte[] body = acts.body(Map.of(REASON, typed.getOrDefault(REASON, "")));
        FormActs.Attempt attempt = acts.attempt(
                act,
                typed,
                typed.get("version"),
                () -> act.equals("activation")
                        ? operations.activate(programme, number, body)
                        : operations.sendBack(programme, number, body));
        return attempt.done()
                ? pages.next(ROOT + programme + "/versions/" + number + "?done=" + act)
                : pages.live(
                        attempt.status(),
                        () -> Templates.version(rules.differences(programme, number, "", attempt.form())));
    }

    static byte[] bytes(@Nullable FileUpload file) {
        if (file == null) {
            return new byte[0];
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file cannot be read", e);
        }
    }
}
