package se.statsbidrag.reporting.web.followup;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.FormActs.Attempt;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.reporting.api.followup.FollowUpsResource;
import se.statsbidrag.rules.value.FollowUpPart;

/** Follow-up reports: the recipient writes and hands in, an officer looks at them all and decides. */
@Path("/overview/follow-up")
@RolesAllowed({
    Roles.REPRESENTATIVE,
    Roles.DEPUTY,
    Roles.DATA_COORDINATOR,
    Roles.OFFICER,
    Roles.DECISION_MAKER,
    Roles.ECONOMIST,
    Roles.AUDITOR
})
@Produces(Pages.HTML)
@Blocking
public class FollowUpPagesResource {
    static final String ROOT = "/overview/follow-up";

    private final FollowUpPages views;
    private final Pages pages;
    private final FormActs acts;
    private final SwedishFaults swedish;
    private final FollowUpsResource reports;

    FollowUpPagesResource(
            FollowUpPages views, Pages pages, FormActs acts, SwedishFaults swedish, FollowUpsResource reports) {
        this.views = views;
        this.pages = pages;
        this.acts = acts;
        this.swedish = swedish;
        this.reports = reports;
    }

    @CheckedTemplate(basePath = "pages/followup")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance start(FollowUpViews.Start page);

        static native TemplateInstance grant(FollowUpViews.Grant page);

        static native TemplateInstance report(FollowUpViews.Report page);
    }

    @GET
    @Operation(hidden = true)
    public Response start() {
        return pages.live(() -> Templates.start(views.start()));
    }

    @GET
    @Path("/{programme}")
    @Operation(hidden = true)
    public Response grant(@PathParam("programme") String programme) {
        return pages.live(() -> Templates.grant(views.grant(programme)));
    }

    @GET
    @Path("/{programme}/{recipient}")
    @Operation(hidden = true)
    public Response report(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.report(views.report(programme, recipient, done, Form.EMPTY)));
    }

    /** Saves what is written; with the button that hands it in, hands that in too. */
    @POST
    @Path("/{programme}/{recipient}")
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response write(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        boolean submits = typed.getOrDefault("act", "").equals("submit");
        Attempt attempt = acts.attempt(
                "report", typed, null, () -> reports.saveFollowUp(programme, recipient, acts.body(content(typed))));
        if (attempt.done() && submits) {
            attempt = acts.attempt(
                    "report",
                    typed,
                    null,
                    () -> reports.submitFollowUp(
                            programme, recipient, acts.body(Map.of("certified", typed.containsKey("certified")))));
        }
        return answered(attempt, programme, recipient, submits ? "submit" : "save");
    }

    @POST
    @Path("/{programme}/{recipient}/decision")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        boolean accepts = typed.getOrDefault("act", "").equals("accept");
        String reason = typed.getOrDefault("reason", "");
        Attempt attempt = accepts
                ? acts.attempt(
                        "accept",
                        typed,
                        null,
                        () -> reports.acceptFollowUp(programme, recipient, acts.body(Map.of("reason", reason))))
                : acts.attempt(
                        "return",
                        typed,
                        null,
                        () -> reports.returnFollowUp(
                                programme,
                                recipient,
                                acts.body(
                                        Map.of("reason", reason, "completeBy", typed.getOrDefault("completeBy", "")))));
        return answered(attempt, programme, recipient, accepts ? "accept" : "return");
    }

    private Response answered(Attempt attempt, String programme, String recipient, String done) {
        return attempt.done()
                ? pages.next(ROOT + "/" + programme + "/" + recipient + "?done=" + done)
                : pages.live(
                        attempt.status(),
                        () -> Templates.report(views.report(programme, recipient, "", swedish.of(attempt.form()))));
    }

    private static Map<String, Object> content(Map<String, String> typed) {
        List<Map<String, String>> parts = new ArrayList<>();
        Stream.of(FollowUpPart.values())
                .map(FollowUpPart::name)
                .filter(part -> !typed.getOrDefault(part, "").isBlank())
                .forEach(part -> parts.add(Map.of("part", part, "text", typed.getOrDefault(part, ""))));
        Map<String, Object> content = new HashMap<>();
        content.put("parts", parts);
        String used = typed.getOrDefault("used", "").replaceAll("[\\s\\u00a0]", "");
        if (!used.isEmpty()) {
            content.put("used", used.matches("[0-9]{1,15}") ? Long.valueOf(used) : used);
        }
        return content;
    }
}
