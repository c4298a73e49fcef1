package se.statsbidrag.reporting.web.followup;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.FormActs.Attempt;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.reporting.api.followup.ActivityPlanActs;
import se.statsbidrag.reporting.api.followup.ActivityPlanDocument.Activity;
import se.statsbidrag.reporting.api.followup.ActivityPlansResource;

/** A recipient's activities and their costs, with forms for those who fill in. */
@Path("/overview/follow-up/{programme}/{recipient}/activities")
@RolesAllowed({
    Roles.REPRESENTATIVE,
    Roles.DEPUTY,
    Roles.DATA_COORDINATOR,
    Roles.OFFICER,
    Roles.DECISION_MAKER,
    Roles.ECONOMIST,
    Roles.AUDITOR
})
@Produces(Pages.HTML)
@Blocking
public class ActivityPagesResource {
    private final FollowUpPages views;
    private final Pages pages;
    private final FormActs acts;
    private final SwedishFaults swedish;
    private final ActivityPlansResource plans;
    private final ActivityPlanActs reads;
    private final CurrentCaller current;

    ActivityPagesResource(
            FollowUpPages views,
            Pages pages,
            FormActs acts,
            SwedishFaults swedish,
            ActivityPlansResource plans,
            ActivityPlanActs reads,
            CurrentCaller current) {
        this.views = views;
        this.pages = pages;
        this.acts = acts;
        this.swedish = swedish;
        this.plans = plans;
        this.reads = reads;
        this.current = current;
    }

    @CheckedTemplate(basePath = "pages/followup")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance activities(FollowUpViews.Activities page);
    }

    @GET
    @Operation(hidden = true)
    public Response activities(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.activities(views.activities(programme, recipient, done, Form.EMPTY)));
    }

    /** Saves an activity, moves money, books costs or chooses the recipient's own rules, as the field {@code act} says. */
    @POST
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.DATA_COORDINATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(
            @PathParam("programme") String programme,
            @PathParam("recipient") String recipient,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        String act = typed.getOrDefault("act", "");
        Supplier<Response> operation = switch (act) {
            case "activity" ->
                () -> plans.setActivityPlan(programme, recipient, acts.body(plan(programme, recipient, typed)));
            case "move" ->
                () -> plans.moveActivityMoney(
                        programme,
                        recipient,
                        acts.body(Map.of(
                                "from",
                                text(typed, "from"),
                                "to",
                                text(typed, "to"),
                                "amount",
                                amount(typed),
                                "reason",
                                text(typed, "reason"))));
            case "policies" ->
                () -> plans.setActivityPolicies(
                        programme,
                        recipient,
                        acts.body(Map.of(
                                "onlyTheYearsDepreciation",
                                typed.containsKey("onlyTheYearsDepreciation"),
                                "newActivityNeedsBudgetAfterwards",
                                typed.containsKey("newActivityNeedsBudgetAfterwards"))));
            default ->
                () -> plans.book(
                        programme, recipient, true, text(typed, "costs").getBytes(StandardCharsets.UTF_8));
        };
        Attempt attempt = acts.attempt(act, typed, null, operation);
        return attempt.done()
                ? pages.next(FollowUpPagesResource.ROOT + "/" + programme + "/" + recipient + "/activities?done=" + act)
                : pages.live(
                        attempt.status(),
                        () -> Templates.activities(
                                views.activities(programme, recipient, "", swedish.of(attempt.form()))));
    }

    /** The plan as it stands, with this activity in the place of the one of its id, or at its end. */
    private Map<String, Object> plan(String programme, String recipient, Map<String, String> typed) {
        List<Map<String, Object>> all = new ArrayList<>();
        Map<String, Object> typedOne = Map.of(
                "id",
                text(typed, "id"),
                "name",
                text(typed, "name"),
                "unit",
                text(typed, "unit"),
                "amount",
                amount(typed),
                "points",
                Stream.of(text(typed, "points").split("[\\s,]+", -1))
                        .filter(point -> !point.isEmpty())
                        .toList(),
                "newActivity",
                typed.containsKey("newActivity"),
                "afterTheGrant",
                text(typed, "afterTheGrant"));
        boolean there = false;
        for (Activity each :
                reads.read(current.get(), programme, recipient).document().activities()) {
            boolean same = each.id().equals(text(typed, "id"));
            there = there || same;
            all.add(
                    same
                            ? typedOne
                            : Map.of(
                                    "id",
                                    each.id(),
                                    "name",
                                    each.name(),
                                    "unit",
                                    each.unit(),
                                    "amount",
                                    each.amount(),
                                    "points",
                                    each.points(),
                                    "newActivity",
                                    each.newActivity(),
                                    "afterTheGrant",
                                    each.afterTheGrant()));
        }
        if (!there) {
            all.add(typedOne);
        }
        return Map.of("activities", all);
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Whole kronor; what is no number goes as it is, so that the operation says what is wrong with it. */
    private static Object amount(Map<String, String> typed) {
        String amount = text(typed, "amount").replaceAll("[\\s\\u00a0]", "");
        return amount.matches("[0-9]{1,15}") ? (Object) Long.valueOf(amount) : amount;
    }
}
