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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.allocation.api.DecisionResource;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;

/** Decisions to pay: what is left to decide, proposals, and the second person's answer. */
@Path("/money/decisions")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class DecisionsResource {
    private static final String BASE = "/money/decisions/";
    private static final String NUMBER = "/{programme}/{decision:[0-9]{1,9}}";

    private final Pages pages;
    private final DecisionsPages decisions;
    private final DecisionResource operations;
    private final FormActs acts;

    DecisionsResource(Pages pages, DecisionsPages decisions, DecisionResource operations, FormActs acts) {
        this.pages = pages;
        this.decisions = decisions;
        this.operations = operations;
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "pages/money")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance decisions(DecisionsPage.Grants page);

        static native TemplateInstance programmeDecisions(DecisionsPage.OfGrant page);

        static native TemplateInstance decision(DecisionsPage.One page);
    }

    @GET
    @Operation(hidden = true)
    public Response all() {
        return pages.live(() -> Templates.decisions(decisions.grants()));
    }

    @GET
    @Path("/{programme}")
    @Operation(hidden = true)
    public Response ofProgramme(@PathParam("programme") String programme) {
        return pages.live(() -> Templates.programmeDecisions(decisions.grant(programme, Form.EMPTY)));
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Path("/{programme}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response propose(
            @PathParam("programme") String programme,
            @FormParam("pots") List<String> pots,
            @FormParam("reason") @DefaultValue("") String reason) {
        FormActs.Attempt attempt = acts.attempt(
                "propose",
                Map.of("pots", String.join(",", pots), "reason", reason),
                null,
                () -> operations.propose(programme, acts.body(new DecisionResource.Proposal(pots, List.of(), reason))));
        return attempt.done()
                ? pages.next(BASE + programme + "/"
                        + attempt.answer().get("decision").asInt() + "?done=proposed")
                : pages.still(
                        attempt.status(), Templates.programmeDecisions(decisions.grant(programme, attempt.form())));
    }

    @GET
    @Path(NUMBER)
    @Operation(hidden = true)
    public Response one(
            @PathParam("programme") String programme,
            @PathParam("decision") int decision,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.decision(decisions.decision(programme, decision, done, Form.EMPTY)));
    }

    @POST
    @RolesAllowed(Roles.DECISION_MAKER)
    @Path(NUMBER + "/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response approve(
            @PathParam("programme") String programme,
            @PathParam("decision") int decision,
            @FormParam("proposal") long proposal,
            @FormParam("reason") @DefaultValue("") String reason) {
        return settle(
                programme,
                decision,
                reason,
                "decided",
                () -> operations.approve(
                        programme, String.valueOf(decision), acts.body(new DecisionResource.Second(reason, proposal))));
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST, Roles.DECISION_MAKER})
    @Path(NUMBER + "/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response giveBack(
            @PathParam("programme") String programme,
            @PathParam("decision") int decision,
            @FormParam("proposal") long proposal,
            @FormParam("reason") @DefaultValue("") String reason) {
        return settle(
                programme,
                decision,
                reason,
                "returned",
                () -> operations.giveBack(
                        programme, String.valueOf(decision), acts.body(new DecisionResource.Second(reason, proposal))));
    }

    private Response settle(String programme, int decision, String reason, String done, Supplier<Response> act) {
        return acts.act(
                "settle",
                Map.of("reason", reason),
                act,
                BASE + programme + "/" + decision + "?done=" + done,
                again -> Templates.decision(decisions.decision(programme, decision, "", again)));
    }
}
