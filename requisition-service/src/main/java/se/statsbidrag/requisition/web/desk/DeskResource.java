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
import se.statsbidrag.requisition.api.BulkApprovalResource;

/** The desk's lists: what waits, what came late, what waits for a second person; and approving many at once. */
@Path("/cases/desk")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
@Produces(Pages.HTML)
@Blocking
public class DeskResource {
    private static final String RECIPIENTS = "recipients";

    private final DeskLists lists;
    private final Pages pages;
    private final FormActs acts;
    private final BulkApprovalResource bulk;

    DeskResource(DeskLists lists, Pages pages, FormActs acts, BulkApprovalResource bulk) {
        this.lists = lists;
        this.pages = pages;
        this.acts = acts;
        this.bulk = bulk;
    }

    @CheckedTemplate(basePath = "pages/desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance waiting(DeskRows.Waiting page);

        static native TemplateInstance approvals(DeskRows.Approvals page);

        static native TemplateInstance late(DeskRows.Late page);

        static native TemplateInstance proposals(DeskRows.Proposals page);
    }

    @GET
    @Operation(hidden = true)
    public Response waiting(
            @QueryParam("programme") @DefaultValue("") String programme,
            @QueryParam("waitsFor") @DefaultValue("") String waitsFor,
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("done") @DefaultValue("") String done) {
        int number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
        return pages.live(() -> Templates.waiting(lists.waiting(programme, waitsFor, number, done)));
    }

    @GET
    @Path("/approvals")
    @Operation(hidden = true)
    public Response approvals(
            @QueryParam("programme") @DefaultValue("") String programme,
            @QueryParam("all") @DefaultValue("") String all) {
        return pages.live(() -> Templates.approvals(
                lists.approvals(programme, Set.of(), all.equals("true"), Form.EMPTY.of("approvals"))));
    }

    @POST
    @Path("/approvals")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response approve(MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        List<String> recipients = sent.getOrDefault(RECIPIENTS, List.of());
        String programme = typed.getOrDefault("programme", "");
        FormActs.Attempt attempt = acts.attempt(
                "approvals",
                typed,
                null,
                () -> bulk.approve(
                        programme,
                        acts.body(Map.of(RECIPIENTS, recipients, "reason", typed.getOrDefault("reason", "")))));
        return attempt.done()
                ? pages.next("/cases/desk?done=approvals&programme=" + programme)
                : pages.live(
                        attempt.status(),
                        () -> Templates.approvals(lists.approvals(
                                programme,
                                Set.copyOf(recipients),
                                false,
                                named(attempt.form(), programme, recipients))));
    }

    /** The faults of the list at the recipients that they are about. */
    private Form named(Form form, String programme, List<String> recipients) {
        return new Form(
                form.name(),
                form.typed(),
                form.faults().stream()
                        .map(fault -> {
                            if (!fault.field().matches("recipients\\[[0-9]{1,3}]")) {
                                return fault;
                            }
                            String code = recipients.get(
                                    Integer.parseInt(fault.field().replaceAll("[^0-9]", "")));
                            return new Form.Wrong(code, null, lists.recipient(programme, code) + ": " + fault.text());
                        })
                        .toList(),
                form.refusal());
    }

    @GET
    @Path("/late-arrivals")
    @Operation(hidden = true)
    public Response late(
            @QueryParam("programme") @DefaultValue("") String programme,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.late(lists.late(programme, done)));
    }

    @GET
    @Path("/proposals")
    @Operation(hidden = true)
    public Response proposals() {
        return pages.live(() -> Templates.proposals(new DeskRows.Proposals(lists.proposals())));
    }
}
