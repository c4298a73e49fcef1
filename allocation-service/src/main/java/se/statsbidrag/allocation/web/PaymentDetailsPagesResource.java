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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.allocation.api.PaymentDetailsResource;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;

/** Where organisations are paid, and where the agency pays from: proposed by one person, approved by another. */
@Path("/money/payment-details")
@RolesAllowed({Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class PaymentDetailsPagesResource {
    private static final String BASE = "/money/payment-details/";
    private static final String ONE = "/{organisation:[0-9-]{11}}";

    private final Pages pages;
    private final PaymentDetailsPages details;
    private final PaymentDetailsResource operations;
    private final FormActs acts;

    PaymentDetailsPagesResource(
            Pages pages, PaymentDetailsPages details, PaymentDetailsResource operations, FormActs acts) {
        this.pages = pages;
        this.details = details;
        this.operations = operations;
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "pages/money")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance paymentDetails(PaymentDetailsPage.All page, String query);

        static native TemplateInstance organisationPaymentDetails(PaymentDetailsPage.One page);
    }

    @GET
    @Operation(hidden = true)
    public Response all(@QueryParam("q") @DefaultValue("") String query) {
        return pages.live(() -> Templates.paymentDetails(details.all(query), query.strip()));
    }

    @GET
    @Path(ONE)
    @Operation(hidden = true)
    public Response one(
            @PathParam("organisation") String organisation, @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.organisationPaymentDetails(details.one(organisation, done, Form.EMPTY)));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response propose(@PathParam("organisation") String organisation, MultivaluedMap<String, String> sent) {
        return act(organisation, "propose", "proposed", sent, typed -> {
            Map<String, String> fields = new HashMap<>();
            for (String field : List.of("kind", "number", "name", "reason")) {
                fields.put(field, typed.getOrDefault(field, ""));
            }
            if (!typed.getOrDefault("bank", "").isBlank()) {
                fields.put("bank", typed.getOrDefault("bank", ""));
            }
            return operations.propose(organisation, acts.body(fields));
        });
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path(ONE + "/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response approve(@PathParam("organisation") String organisation, MultivaluedMap<String, String> sent) {
        return act(
                organisation,
                "settle",
                "approved",
                sent,
                typed -> operations.approve(organisation, acts.body(second(typed))));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path(ONE + "/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response giveBack(@PathParam("organisation") String organisation, MultivaluedMap<String, String> sent) {
        return act(
                organisation,
                "settle",
                "returned",
                sent,
                typed -> operations.giveBack(organisation, acts.body(second(typed))));
    }

    private static PaymentDetailsResource.Second second(Map<String, String> typed) {
        String seen = typed.getOrDefault("proposal", "");
        return new PaymentDetailsResource.Second(
                typed.getOrDefault("reason", ""), seen.matches("[0-9]{1,18}") ? Long.valueOf(seen) : null);
    }

    private Response act(
            String organisation,
            String form,
            String done,
            MultivaluedMap<String, String> sent,
            Function<Map<String, String>, Response> operation) {
        Map<String, String> typed = FormActs.typed(sent);
        return acts.act(
                form,
                typed,
                () -> operation.apply(typed),
                BASE + organisation + "?done=" + done,
                again -> Templates.organisationPaymentDetails(details.one(organisation, "", again)));
    }
}
