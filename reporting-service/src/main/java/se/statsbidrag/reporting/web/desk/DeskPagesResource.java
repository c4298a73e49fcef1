package se.statsbidrag.reporting.web.desk;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.reporting.api.LateArrivalsResource;
import se.statsbidrag.reporting.api.ReportersResource;

/** Late deliveries, and who answers for which regions: acts that take two officers. */
@Path("/overview/late-deliveries")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
@Produces(Pages.HTML)
@Blocking
public class DeskPagesResource {
    private static final String ROOT = "/overview/late-deliveries";
    private static final String REASON = "reason";
    private static final String REGIONS = "performedIn";

    private final DeskPages desk;
    private final Pages pages;
    private final FormActs acts;
    private final LateArrivalsResource lateArrivals;
    private final ReportersResource reporters;

    DeskPagesResource(
            DeskPages desk,
            Pages pages,
            FormActs acts,
            LateArrivalsResource lateArrivals,
            ReportersResource reporters) {
        this.desk = desk;
        this.pages = pages;
        this.acts = acts;
        this.lateArrivals = lateArrivals;
        this.reporters = reporters;
    }

    @CheckedTemplate(basePath = "pages/desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance late(DeskViews.Late page);

        static native TemplateInstance delivery(DeskViews.LatePage page);

        static native TemplateInstance scopes(DeskViews.Scopes page);
    }

    @GET
    @Operation(hidden = true)
    public Response late(@QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.late(desk.late(done)));
    }

    @GET
    @Path("/deliveries/{id}")
    @Operation(hidden = true)
    public Response delivery(@PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.delivery(desk.late(id, done, Form.EMPTY)));
    }

    @POST
    @Path("/deliveries/{id}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        boolean admits = typed.getOrDefault("act", "").equals("admission");
        byte[] body = acts.body(Map.of(REASON, typed.getOrDefault(REASON, "")));
        FormActs.Attempt attempt = acts.attempt(
                admits ? "admission" : "decline",
                typed,
                null,
                () -> admits ? lateArrivals.admit(id, body) : lateArrivals.decline(id, body));
        String done = !admits ? "decline" : attempt.status() == 202 ? "proposed" : "admission";
        return attempt.done()
                ? pages.next(ROOT + "/deliveries/" + id + "?done=" + done)
                : pages.live(attempt.status(), () -> Templates.delivery(desk.late(id, "", attempt.form())));
    }

    @GET
    @Path("/scopes")
    @Operation(hidden = true)
    public Response scopes(@QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.scopes(desk.scopes(done, Form.EMPTY, Set.of())));
    }

    /** Proposes a scope, or approves or returns a proposed one, as the field {@code act} says. */
    @POST
    @Path("/scopes")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response settle(MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        String act = typed.getOrDefault("act", "");
        String reporter = typed.getOrDefault("reporter", "").strip();
        String reason = typed.getOrDefault(REASON, "");
        List<String> regions = sent.getOrDefault(REGIONS, List.of());
        String seen = typed.getOrDefault("proposal", "");
        FormActs.Attempt attempt = act.equals("proposal")
                ? acts.attempt(
                        "proposal",
                        typed,
                        null,
                        () -> reporters.setReporter(
                                reporter,
                                acts.body(Map.of(
                                        REGIONS,
                                        regions,
                                        "fromMonth",
                                        typed.getOrDefault("fromMonth", ""),
                                        REASON,
                                        reason))))
                : settled(act, reporter, reason, seen, typed);
        String done = act.equals("proposal") ? "proposed" : act.startsWith("approval") ? "approval" : "return";
        return attempt.done()
                ? pages.next(ROOT + "/scopes?done=" + done)
                : pages.live(
                        attempt.status(), () -> Templates.scopes(desk.scopes("", attempt.form(), Set.copyOf(regions))));
    }

    private FormActs.Attempt settled(
            String act, String reporter, String reason, String seen, Map<String, String> typed) {
        byte[] body = acts.body(
                seen.matches("[0-9]{1,18}")
                        ? Map.of(REASON, reason, "proposal", Long.parseLong(seen))
                        : Map.of(REASON, reason));
        return acts.attempt(
                act + "-" + reporter,
                typed,
                null,
                () -> act.equals("approval")
                        ? reporters.approveReporter(reporter, body)
                        : reporters.returnReporter(reporter, body));
    }
}
