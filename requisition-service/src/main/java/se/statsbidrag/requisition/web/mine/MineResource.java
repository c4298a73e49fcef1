package se.statsbidrag.requisition.web.mine;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.requisition.web.mine.MineViews.FaultLine;
import se.statsbidrag.requisition.web.mine.MineViews.Receipt;

/**
 * The e-service: what a representative, deputy or data coordinator sees of the own organisations, and does for them. Each
 * act runs the command that REST runs.
 */
@Path("/cases/mine")
@RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
@Produces(Pages.HTML)
@Blocking
public class MineResource {
    private static final String CASE = "/{programme}/{recipient}";

    private final Pages pages;
    private final MineMandates mandates;
    private final MineMandateActs mandateActs;
    private final MineCases cases;
    private final MineContents contents;
    private final MineForms forms;
    private final MineActs acts;

    MineResource(
            Pages pages,
            MineMandates mandates,
            MineMandateActs mandateActs,
            MineCases cases,
            MineContents contents,
            MineForms forms,
            MineActs acts) {
        this.pages = pages;
        this.mandates = mandates;
        this.mandateActs = mandateActs;
        this.cases = cases;
        this.contents = contents;
        this.forms = forms;
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "pages/mine")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance start(MineViews.Start start);

        static native TemplateInstance mandate(MineViews.Mandate mandate);

        static native TemplateInstance requisition(MineViews.Case page);

        static native TemplateInstance form(MineForm form);

        static native TemplateInstance receipt(Receipt receipt);

        static native TemplateInstance withdrawal(MineViews.Withdrawal page);
    }

    @GET
    @Operation(hidden = true)
    public Response start() {
        return pages.live(() -> Templates.start(mandates.start()));
    }

    @GET
    @Path("/mandate/{organisationNumber}")
    @Operation(hidden = true)
    public Response mandate(
            @PathParam("organisationNumber") String number, @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.mandate(mandates.page(number, List.of(), "", done)));
    }

    @POST
    @Path("/mandate/{organisationNumber}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(@PathParam("organisationNumber") String number, MultivaluedMap<String, String> form) {
        MineMandateActs.Outcome outcome = mandateActs.act(number, form);
        return outcome.faults().isEmpty()
                ? pages.next("/cases/mine/mandate/" + number + "?done=" + outcome.done())
                : pages.live(
                        422,
                        () -> Templates.mandate(
                                mandates.page(number, outcome.faults(), MineTyped.text(form, "reason"), "")));
    }

    @GET
    @Path(CASE)
    @Operation(hidden = true)
    public Response requisition(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.requisition(cases.page(cases.load(programme, recipient), done, List.of())));
    }

    @POST
    @Path(CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REPRESENTATIVE)
    @Operation(hidden = true)
    public Response onHeld(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> form) {
        MineCase found = cases.load(programme, recipient);
        List<FaultLine> faults = acts.onHeld(found, form);
        return faults.isEmpty()
                ? pages.next(found.address() + "?done=held")
                : pages.live(
                        422, () -> Templates.requisition(cases.page(cases.load(programme, recipient), "", faults)));
    }

    @GET
    @Path(CASE + "/form")
    @Operation(hidden = true)
    public Response form(@PathParam("programme") String programme, @PathParam("recipient") String recipient) {
        MineCase found = cases.load(programme, recipient);
        return pages.next(MineForms.address(found, MineForms.steps(found).getFirst()));
    }

    @GET
    @Path(CASE + "/form/{step}")
    @Operation(hidden = true)
    public Response step(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("step") String step,
            @QueryParam("rows") @DefaultValue("0") int rows) {
        MineCase found = filledIn(programme, recipient, step);
        return pages.live(() -> Templates.form(acts.opened(found, step, rows)));
    }

    @POST
    @Path(CASE + "/form/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("step") String step,
            MultivaluedMap<String, String> form) {
        MineCase found = filledIn(programme, recipient, step);
        MineActs.Outcome outcome = step.equals(MineForms.REVIEW) || step.equals(MineForms.ALL)
                ? acts.submit(found, step, form)
                : acts.save(found, step, form);
        return switch (outcome) {
            case MineActs.Next(String address) -> pages.next(address);
            case MineActs.Again(int status, MineForm again) -> pages.live(status, () -> Templates.form(again));
        };
    }

    /** A case that the reader may fill in, on a step that its form has. */
    private MineCase filledIn(String programme, String recipient, String step) {
        MineCase found = cases.load(programme, recipient);
        if (!MineForms.steps(found).contains(step)) {
            throw new NotFoundException();
        }
        if (!found.mayFillIn()) {
            throw MineActs.notAllowed();
        }
        return found;
    }

    @GET
    @Path(CASE + "/receipt")
    @Operation(hidden = true)
    public Response receipt(@PathParam("programme") String programme, @PathParam("recipient") String recipient) {
        MineCase found = cases.load(programme, recipient);
        Receipt receipt = contents.receipt(found, cases.row(found));
        if (receipt == null) {
            throw new NotFoundException();
        }
        return pages.live(() -> Templates.receipt(receipt));
    }

    @GET
    @Path(CASE + "/withdrawal")
    @Operation(hidden = true)
    public Response withdrawal(@PathParam("programme") String programme, @PathParam("recipient") String recipient) {
        MineCase found = cases.load(programme, recipient);
        if (!found.mayWithdraw()) {
            return pages.next(found.address());
        }
        return pages.live(() -> Templates.withdrawal(acts.withdrawal(found, "")));
    }

    @POST
    @Path(CASE + "/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY})
    @Operation(hidden = true)
    public Response withdraw(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> form) {
        MineCase found = cases.load(programme, recipient);
        String problem = acts.withdraw(found, form);
        return problem.isEmpty()
                ? pages.next(found.address() + "?done=withdrawn")
                : pages.live(
                        409, () -> Templates.withdrawal(acts.withdrawal(cases.load(programme, recipient), problem)));
    }
}
