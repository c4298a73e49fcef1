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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.allocation.api.ClaimDecisionResource;
import se.statsbidrag.allocation.api.ClaimInvoiceResource;
import se.statsbidrag.allocation.api.ClaimResource;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;

/** Claims for money back as the agency and their recipients read them: the list, each claim, its decision and invoice. */
@Path("/money/claims/{programme}")
@RolesAllowed({
    Roles.OFFICER,
    Roles.DECISION_MAKER,
    Roles.ECONOMIST,
    Roles.AUDITOR,
    Roles.REPRESENTATIVE,
    Roles.DEPUTY,
    Roles.DATA_COORDINATOR
})
@Produces(Pages.HTML)
@Blocking
public class ClaimsResource {
    private static final String CLAIM = "/{claim:[0-9]{1,9}}";
    private static final ClaimsPages.Asked ALL = new ClaimsPages.Asked("", "", "");

    private final Pages pages;
    private final ClaimsPages claims;
    private final ClaimPages claimPages;
    private final ClaimResource operations;
    private final ClaimDecisionResource decisions;
    private final ClaimInvoiceResource invoices;
    private final FormActs acts;

    ClaimsResource(
            Pages pages,
            ClaimsPages claims,
            ClaimPages claimPages,
            ClaimResource operations,
            ClaimDecisionResource decisions,
            ClaimInvoiceResource invoices,
            FormActs acts) {
        this.pages = pages;
        this.claims = claims;
        this.claimPages = claimPages;
        this.operations = operations;
        this.decisions = decisions;
        this.invoices = invoices;
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "pages/money")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance claims(ClaimsPage.OfGrant page);

        static native TemplateInstance claim(ClaimsPage.One page);

        static native TemplateInstance claimLetter(ClaimsPage.Letter page);
    }

    @GET
    @Operation(hidden = true)
    public Response all(
            @PathParam("programme") String programme,
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("suggestion") @DefaultValue("") String suggestion) {
        return pages.live(() -> Templates.claims(
                claims.grant(programme, new ClaimsPages.Asked(query, state, suggestion), "", Form.EMPTY)));
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response propose(@PathParam("programme") String programme, MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        FormActs.Attempt attempt = acts.attempt(
                "propose",
                typed,
                null,
                () -> operations.propose(
                        programme,
                        acts.body(new ClaimResource.ClaimProposal(
                                typed.getOrDefault("recipient", ""),
                                typed.getOrDefault("ground", ""),
                                Kronor.required("amount", typed.getOrDefault("amount", "")),
                                typed.getOrDefault("reason", "")))));
        return attempt.done()
                ? pages.next("/money/claims/" + programme + "/"
                        + attempt.answer().get("claim").asInt() + "?done=proposed")
                : pages.still(attempt.status(), Templates.claims(claims.grant(programme, ALL, "", attempt.form())));
    }

    /** What a proposal would change; records nothing. */
    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
    @Path("/consequences")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response consequences(@PathParam("programme") String programme, MultivaluedMap<String, String> sent) {
        Form form = new Form("propose", FormActs.typed(sent), List.of(), null);
        return pages.still(200, Templates.claims(claims.grant(programme, ALL, "consequences", form)));
    }

    @GET
    @Path(CLAIM)
    @Operation(hidden = true)
    public Response one(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.claim(claimPages.one(programme, claim, done, Form.EMPTY)));
    }

    @GET
    @Path(CLAIM + "/decision")
    @Operation(hidden = true)
    public Response letter(@PathParam("programme") String programme, @PathParam("claim") String claim) {
        return pages.still(
                200,
                Templates.claimLetter(new ClaimsPage.Letter(
                        programme, "/money/claims/" + programme + "/" + claim, decisions.letter(programme, claim))));
    }

    @GET
    @Path(CLAIM + "/decision/document.pdf")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public Response document(@PathParam("programme") String programme, @PathParam("claim") String claim) {
        return decisions.document(programme, claim);
    }

    @GET
    @Path(CLAIM + "/invoice.xml")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(hidden = true)
    public Response invoice(@PathParam("programme") String programme, @PathParam("claim") String claim) {
        return Response.ok(invoices.invoice(programme, claim))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"faktura-" + programme + "-" + claim + ".xml\"")
                .build();
    }
}
