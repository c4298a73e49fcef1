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
import se.statsbidrag.allocation.api.BankEntryResource;
import se.statsbidrag.allocation.api.PaymentBatchResource;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;

/** A grant's payments: batches, the file's hash to approve, and whether all agrees to the krona. */
@Path("/money/payments/{programme}")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
@Produces(Pages.HTML)
@Blocking
public class PaymentsResource {
    private static final String BATCH = "/{batch:[0-9]{1,9}}";

    private final Pages pages;
    private final PaymentsPages payments;
    private final PaymentBatchResource operations;
    private final BankEntryResource entries;
    private final FormActs acts;

    PaymentsResource(
            Pages pages,
            PaymentsPages payments,
            PaymentBatchResource operations,
            BankEntryResource entries,
            FormActs acts) {
        this.pages = pages;
        this.payments = payments;
        this.operations = operations;
        this.entries = entries;
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "pages/money")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance payments(PaymentsPage page);
    }

    @GET
    @Operation(hidden = true)
    public Response all(@PathParam("programme") String programme, @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.payments(payments.of(programme, done, Form.EMPTY)));
    }

    @GET
    @RolesAllowed({Roles.ECONOMIST, Roles.AUDITOR})
    @Path(BATCH + "/payment-file")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(hidden = true)
    public Response file(@PathParam("programme") String programme, @PathParam("batch") String batch) {
        return operations.file(programme, batch);
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response prepare(
            @PathParam("programme") String programme,
            @FormParam("executionDate") @DefaultValue("") String day,
            @FormParam("latePaymentReason") @DefaultValue("") String late) {
        return act(
                programme,
                "prepared",
                Map.of("executionDate", day, "latePaymentReason", late),
                () -> operations.prepare(programme, acts.body(new PaymentBatchResource.Request(day, List.of(), late))));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path(BATCH + "/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response approve(
            @PathParam("programme") String programme,
            @PathParam("batch") String batch,
            @FormParam("fileSha256") @DefaultValue("") String hash,
            @FormParam("reason") @DefaultValue("") String reason) {
        return act(
                programme,
                "approved",
                Map.of("reason", reason),
                () -> operations.approve(
                        programme, batch, acts.body(new PaymentBatchResource.Approval(hash.strip(), reason))));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path(BATCH + "/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response giveBack(
            @PathParam("programme") String programme,
            @PathParam("batch") String batch,
            @FormParam("reason") @DefaultValue("") String reason) {
        return act(
                programme,
                "returned",
                Map.of("reason", reason),
                () -> operations.giveBack(programme, batch, acts.body(new PaymentBatchResource.Return(reason))));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/entries/{entry:[0-9]{1,9}}/settlement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response settle(
            @PathParam("programme") String programme,
            @PathParam("entry") String entry,
            @FormParam("outcome") @DefaultValue("") String outcome,
            @FormParam("reason") @DefaultValue("") String reason) {
        return act(
                programme,
                "settled",
                Map.of("outcome", outcome, "reason", reason),
                () -> entries.settle(programme, entry, acts.body(new BankEntryResource.Settlement(outcome, reason))));
    }

    private Response act(String programme, String done, Map<String, String> fields, Supplier<Response> operation) {
        return acts.act(
                "payments",
                fields,
                operation,
                "/money/payments/" + programme + "?done=" + done,
                again -> Templates.payments(payments.of(programme, "", again)));
    }
}
