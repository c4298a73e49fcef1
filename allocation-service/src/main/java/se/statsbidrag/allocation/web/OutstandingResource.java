package se.statsbidrag.allocation.web;

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
import se.statsbidrag.allocation.api.HoldResource;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;

/** What is to be done in a grant: pay more, claim, barred and why, no cover; and the stops that persons place. */
@Path("/money/outstanding/{programme}")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class OutstandingResource {
    private final Pages pages;
    private final OutstandingPages outstanding;
    private final HoldResource operations;
    private final StopPages stops;
    private final FormActs acts;

    OutstandingResource(
            Pages pages, OutstandingPages outstanding, HoldResource operations, StopPages stops, FormActs acts) {
        this.pages = pages;
        this.outstanding = outstanding;
        this.operations = operations;
        this.stops = stops;
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "pages/money")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance outstanding(OutstandingPage.OfGrant page);

        static native TemplateInstance recipientLedger(OutstandingPage.OfRecipient page);
    }

    @GET
    @Operation(hidden = true)
    public Response all(
            @PathParam("programme") String programme,
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.outstanding(outstanding.grant(programme, query, action, done, Form.EMPTY)));
    }

    @GET
    @Path("/{recipient}")
    @Operation(hidden = true)
    public Response recipient(@PathParam("programme") String programme, @PathParam("recipient") String recipient) {
        return pages.live(() -> Templates.recipientLedger(outstanding.recipient(programme, recipient)));
    }

    /** Shows first what the stop comes to; places it when that has been seen. */
    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Path("/holds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response hold(@PathParam("programme") String programme, MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        FormActs.Attempt attempt = acts.attempt("hold", typed, null, () -> {
            if (!stops.isSeen(programme, typed)) {
                return Response.ok("{}").build();
            }
            return operations.place(
                    programme,
                    acts.body(new HoldResource.Request(
                            typed.getOrDefault("recipient", ""),
                            typed.getOrDefault("type", ""),
                            StopPages.until(typed),
                            typed.getOrDefault("reason", ""))));
        });
        return attempt.status() == Response.Status.CREATED.getStatusCode()
                ? pages.next("/money/outstanding/" + programme + "?done=held")
                : pages.still(
                        attempt.status(),
                        Templates.outstanding(outstanding.grant(programme, "", "", "", attempt.form())));
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Path("/holds/{hold:[0-9]{1,9}}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response release(
            @PathParam("programme") String programme,
            @PathParam("hold") String hold,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        return acts.act(
                "release-" + hold,
                typed,
                () -> operations.release(
                        programme, hold, acts.body(new HoldResource.Release(typed.getOrDefault("reason", "")))),
                "/money/outstanding/" + programme + "?done=released",
                again -> Templates.outstanding(outstanding.grant(programme, "", "", "", again)));
    }
}
