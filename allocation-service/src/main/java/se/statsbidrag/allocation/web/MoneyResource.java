package se.statsbidrag.allocation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.allocation.api.DecisionResource;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.document.DecisionLetters;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.pages.AsOfField;
import se.statsbidrag.pages.Pages;

/**
 * Each recipient's money: what it gets, why, what changed and as of any day. Who acts for organisations sees the same
 * calculation of its own recipients as the agency's staff sees of all.
 */
@Path("/money")
@RolesAllowed({
    Roles.OFFICER,
    Roles.DECISION_MAKER,
    Roles.ECONOMIST,
    Roles.READER,
    Roles.AUDITOR,
    Roles.REPRESENTATIVE,
    Roles.DEPUTY,
    Roles.DATA_COORDINATOR
})
@Produces(Pages.HTML)
@Blocking
public class MoneyResource {
    private static final String LETTER = "/{programme}/{recipient}/decisions/{decision:[0-9]{1,9}}";

    private final Pages pages;
    private final RecipientAccess access;
    private final MoneyLists lists;
    private final RecipientPages recipients;
    private final ChangesPages changes;
    private final EventPages events;
    private final MoneyTexts texts;
    private final DecisionLetters letters;
    private final DecisionResource operations;

    MoneyResource(
            Pages pages,
            RecipientAccess access,
            MoneyLists lists,
            RecipientPages recipients,
            ChangesPages changes,
            EventPages events,
            MoneyTexts texts,
            DecisionLetters letters,
            DecisionResource operations) {
        this.pages = pages;
        this.access = access;
        this.lists = lists;
        this.recipients = recipients;
        this.changes = changes;
        this.events = events;
        this.texts = texts;
        this.letters = letters;
        this.operations = operations;
    }

    @CheckedTemplate(basePath = "pages/money")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance mine(MoneyList page);

        static native TemplateInstance programme(MoneyList page);

        static native TemplateInstance recipient(RecipientPage page);

        static native TemplateInstance changes(ChangesPage page);

        static native TemplateInstance event(EventPage page);

        static native TemplateInstance letter(LetterPage page);
    }

    @GET
    @Operation(hidden = true)
    public Response mine() {
        return pages.live(() -> Templates.mine(lists.mine()));
    }

    /** With {@code recipient}: that recipient's page. One who may read about one recipient alone is led to it. */
    @GET
    @Path("/{programme}")
    @Operation(hidden = true)
    public Response programme(
            @PathParam("programme") String programme,
            @QueryParam("recipient") @DefaultValue("") String recipient,
            @QueryParam("q") @DefaultValue("") String query) {
        List<String> readable = lists.readable(programme);
        if (readable.contains(recipient)) {
            return pages.next("/money/" + programme + "/" + recipient);
        }
        if (readable.size() == 1) {
            return pages.next("/money/" + programme + "/" + readable.getFirst());
        }
        if (readable.isEmpty()) {
            throw Problems.forbidden(
                    "None of the organisations that you act for is a recipient of this grant", "Go to 'My money'");
        }
        return pages.live(() -> Templates.programme(lists.ofProgramme(programme, query)));
    }

    @GET
    @Path("/{programme}/{recipient}")
    @Operation(hidden = true)
    public Response recipient(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @QueryParam("asOf") @DefaultValue("") String day,
            @QueryParam("time") @DefaultValue("") String time) {
        access.require(programme, recipient);
        AsOfField field = AsOfField.of(day, time, recipients.now(), texts.language());
        return field.fault().isEmpty()
                ? pages.live(() -> Templates.recipient(recipients.page(programme, recipient, field)))
                : pages.still(422, Templates.recipient(recipients.page(programme, recipient, field)));
    }

    @GET
    @Path("/{programme}/{recipient}/changes")
    @Operation(hidden = true)
    public Response changes(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @QueryParam("page") @DefaultValue("1") String page) {
        access.require(programme, recipient);
        int asked = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
        return pages.live(() -> Templates.changes(changes.page(programme, recipient, asked)));
    }

    @GET
    @Path("/{programme}/{recipient}/events/{log}/{position:[0-9]{1,18}}")
    @Operation(hidden = true)
    public Response event(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("log") String log,
            @PathParam("position") long position) {
        access.require(programme, recipient);
        return pages.still(200, Templates.event(events.page(programme, recipient, log, position)));
    }

    /** A decision as the recipient reads it. */
    @GET
    @Path(LETTER)
    @Operation(hidden = true)
    public Response letter(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("decision") int decision) {
        access.require(programme, recipient);
        String file = "/money/" + programme + "/" + recipient + "/decisions/" + decision + "/document.pdf";
        return pages.still(
                200,
                Templates.letter(new LetterPage(
                        programme, letters.letter(PlanQueries.programme(programme), decision, recipient), file)));
    }

    /** The same as a file. */
    @GET
    @Path(LETTER + "/document.pdf")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public Response document(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @PathParam("decision") int decision) {
        return operations.letter(programme, String.valueOf(decision), recipient);
    }
}
