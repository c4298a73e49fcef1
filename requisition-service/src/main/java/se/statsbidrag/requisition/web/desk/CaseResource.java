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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.requisition.api.ConditionsResource;
import se.statsbidrag.requisition.api.HeldRequisitionsResource;
import se.statsbidrag.requisition.api.LateArrivalsResource;
import se.statsbidrag.requisition.api.Lookup;
import se.statsbidrag.requisition.api.OfficersResource;
import se.statsbidrag.rules.value.RecipientCode;

/** One case on the desk, and what is done with it: by the operations that machines call. */
@Path("/cases/desk/{programme}/{recipient}")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
@Produces(Pages.HTML)
@Blocking
public class CaseResource {
    private static final String REASON = "reason";
    private static final String VERSION = "version";
    private static final int ACCEPTED = 202;

    private final Lookup lookup;
    private final CasePages cases;
    private final Pages pages;
    private final FormActs acts;
    private final OfficersResource officers;
    private final ConditionsResource conditions;
    private final LateArrivalsResource lateArrivals;
    private final HeldRequisitionsResource held;

    CaseResource(
            Lookup lookup,
            CasePages cases,
            Pages pages,
            FormActs acts,
            OfficersResource officers,
            ConditionsResource conditions,
            LateArrivalsResource lateArrivals,
            HeldRequisitionsResource held) {
        this.lookup = lookup;
        this.cases = cases;
        this.pages = pages;
        this.acts = acts;
        this.officers = officers;
        this.conditions = conditions;
        this.lateArrivals = lateArrivals;
        this.held = held;
    }

    @CheckedTemplate(basePath = "pages/desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance file(CasePage page);
    }

    @GET
    @Operation(hidden = true)
    public Response read(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @QueryParam("done") @DefaultValue("") String done) {
        return show(200, programme, recipient, done, Form.EMPTY);
    }

    /** Where an act's address is opened anew, as after signing in again or in the other language: the case. */
    @GET
    @Path("/{act}")
    @Operation(hidden = true)
    public Response again(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("act") String act) {
        return show(200, programme, recipient, "", Form.EMPTY);
    }

    @POST
    @Path("/approval")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response approve(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        return act(
                programme,
                recipient,
                "approval",
                typed.get(VERSION),
                typed,
                reason(typed),
                body -> officers.approve(programme, recipient, body));
    }

    @POST
    @Path("/return")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response sendBack(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        return act(
                programme,
                recipient,
                "return",
                typed.get(VERSION),
                typed,
                Map.of(REASON, text(typed, REASON), "completeBy", text(typed, "completeBy")),
                body -> officers.sendBack(programme, recipient, body));
    }

    @POST
    @Path("/rejection")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reject(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        return act(
                programme,
                recipient,
                "rejection",
                typed.get(VERSION),
                typed,
                reason(typed),
                body -> officers.reject(programme, recipient, body));
    }

    @POST
    @Path("/admission-{submission}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response admit(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("submission") String submission,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        return act(
                programme,
                recipient,
                "admission-" + submission,
                null,
                typed,
                reason(typed),
                body -> lateArrivals.admit(programme + "-" + recipient + "-" + submission, body));
    }

    @POST
    @Path("/decline-{submission}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response decline(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("submission") String submission,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        return act(
                programme,
                recipient,
                "decline-" + submission,
                null,
                typed,
                reason(typed),
                body -> lateArrivals.decline(programme + "-" + recipient + "-" + submission, body));
    }

    @POST
    @Path("/{act: release|dismissal}-{held: [0-9]{1,9}}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response onHeld(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("act") String act,
            @PathParam("held") long number,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        return act(
                programme,
                recipient,
                act + "-" + number,
                typed.get(VERSION),
                typed,
                Map.of("held", number, REASON, text(typed, REASON)),
                body -> act.equals("release")
                        ? held.release(programme, recipient, body)
                        : held.dismiss(programme, recipient, body));
    }

    @POST
    @Path("/conditions")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response note(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        return shown(
                acts.attempt(
                        "conditions",
                        typed,
                        null,
                        () -> conditions.note(
                                programme,
                                recipient,
                                text(typed, "condition"),
                                acts.body(Map.of(
                                        "met",
                                        !text(typed, "met").equals("no"),
                                        "date",
                                        text(typed, "date"),
                                        "evidence",
                                        text(typed, "evidence"))))),
                programme,
                recipient,
                "condition");
    }

    /**
     * Does an act, and shows the case with what came of it.
     *
     * @param act its name, which is its form's; ends with a number where a case has several to act on
     * @param version of the requisition that the officer saw; null where the act is not about it
     */
    private Response act(
            String programme,
            String recipient,
            String act,
            @Nullable String version,
            Map<String, String> typed,
            Map<String, ?> fields,
            Function<byte[], Response> operation) {
        FormActs.Attempt attempt = acts.attempt(act, typed, version, () -> operation.apply(acts.body(fields)));
        return shown(
                attempt,
                programme,
                recipient,
                attempt.status() == ACCEPTED ? "proposed" : act.replaceFirst("-[0-9]+$", ""));
    }

    private Response shown(FormActs.Attempt attempt, String programme, String recipient, String done) {
        return attempt.done()
                ? pages.next("/cases/desk/" + programme + "/" + recipient + "?done=" + done)
                : show(attempt.status(), programme, recipient, "", attempt.form());
    }

    private Response show(int status, String name, String code, String done, Form form) {
        ProgrammeInForce programme = lookup.programme(name);
        RecipientCode recipient = lookup.recipient(programme, code);
        return pages.live(status, () -> Templates.file(cases.page(programme, recipient, done, form)));
    }

    private static Map<String, String> reason(Map<String, String> typed) {
        return Map.of(REASON, text(typed, REASON));
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }
}
