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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.allocation.api.AppropriationResource;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;

/** The agency's own account of a grant with the authority that holds the appropriation, and whether it closes to zero. */
@Path("/money/account/{programme}")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class AccountResource {
    private static final String BASE = "/money/account/";

    private final Pages pages;
    private final AccountPages accounts;
    private final AppropriationResource operations;
    private final FormActs acts;

    AccountResource(Pages pages, AccountPages accounts, AppropriationResource operations, FormActs acts) {
        this.pages = pages;
        this.accounts = accounts;
        this.operations = operations;
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "pages/money")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(AccountPage page);
    }

    @GET
    @Operation(hidden = true)
    public Response account(
            @PathParam("programme") String programme, @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.account(accounts.of(programme, done, Form.EMPTY)));
    }

    /** What an act would change; records nothing. */
    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/{act:requisition|receipts|own-costs|repayments}/consequences")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response consequences(
            @PathParam("programme") String programme,
            @PathParam("act") String act,
            MultivaluedMap<String, String> sent) {
        Form form = new Form(act, FormActs.typed(sent), List.of(), null);
        return pages.still(200, Templates.account(accounts.of(programme, "", form)));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/" + AccountPages.REQUISITION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response requisition(@PathParam("programme") String programme, MultivaluedMap<String, String> sent) {
        return act(
                programme,
                AccountPages.REQUISITION,
                sent,
                typed -> operations.requisition(
                        programme, acts.body(new AppropriationResource.AppropriationRequest(amount(typed)))));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/" + AccountPages.RECEIPT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response receive(@PathParam("programme") String programme, MultivaluedMap<String, String> sent) {
        return act(
                programme, AccountPages.RECEIPT, sent, typed -> operations.receive(programme, acts.body(entry(typed))));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/" + AccountPages.OWN_COST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response bookOwnCost(@PathParam("programme") String programme, MultivaluedMap<String, String> sent) {
        return act(
                programme,
                AccountPages.OWN_COST,
                sent,
                typed -> operations.bookOwnCost(
                        programme,
                        acts.body(new AppropriationResource.OwnCost(
                                amount(typed), text(typed, "day"), text(typed, "reference"), text(typed, "text")))));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/" + AccountPages.REPAYMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response giveBack(@PathParam("programme") String programme, MultivaluedMap<String, String> sent) {
        return act(
                programme,
                AccountPages.REPAYMENT,
                sent,
                typed -> operations.giveBack(programme, acts.body(entry(typed))));
    }

    private static AppropriationResource.AppropriationEntry entry(Map<String, String> typed) {
        return new AppropriationResource.AppropriationEntry(
                amount(typed), text(typed, "day"), text(typed, "reference"));
    }

    private static long amount(Map<String, String> typed) {
        return Kronor.required("amount", text(typed, "amount"));
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }

    private Response act(
            String programme,
            String act,
            MultivaluedMap<String, String> sent,
            Function<Map<String, String>, Response> operation) {
        Map<String, String> typed = FormActs.typed(sent);
        return acts.act(
                act,
                typed,
                () -> operation.apply(typed),
                BASE + programme + "?done=" + act,
                again -> Templates.account(accounts.of(programme, "", again)));
    }
}
