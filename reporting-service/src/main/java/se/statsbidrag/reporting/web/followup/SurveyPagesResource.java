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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.FormActs.Attempt;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.reporting.api.followup.SurveyResource;

/** A grant's survey: officers see every county and who is missing; a county answers as its region and as RSS. */
@Path("/overview/follow-up/{programme}/survey")
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
public class SurveyPagesResource {
    private static final Pattern OF_MUNICIPALITY = Pattern.compile("municipalities\\[([0-9]{1,4})]\\..*");

    private final SurveyPages views;
    private final Pages pages;
    private final FormActs acts;
    private final SwedishFaults swedish;
    private final SurveyResource surveys;

    SurveyPagesResource(SurveyPages views, Pages pages, FormActs acts, SwedishFaults swedish, SurveyResource surveys) {
        this.views = views;
        this.pages = pages;
        this.acts = acts;
        this.swedish = swedish;
        this.surveys = surveys;
    }

    @CheckedTemplate(basePath = "pages/followup")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance survey(SurveyViews.Survey page);

        static native TemplateInstance surveyCounty(SurveyViews.County page);
    }

    static String address(String programme) {
        return FollowUpPagesResource.ROOT + "/" + programme + "/survey";
    }

    @GET
    @Operation(hidden = true)
    public Response survey(
            @PathParam("programme") String programme, @QueryParam("show") @DefaultValue("") String show) {
        return pages.live(() -> Templates.survey(views.survey(programme, show)));
    }

    @GET
    @Path("/{county}")
    @Operation(hidden = true)
    public Response county(
            @PathParam("programme") String programme,
            @PathParam("county") String county,
            @QueryParam("done") @DefaultValue("") String done) {
        return pages.live(() -> Templates.surveyCounty(views.county(programme, county, done, Form.EMPTY)));
    }

    /** Answers as the region, or as RSS for the municipalities of which something is written. */
    @POST
    @Path("/{county}/{respondent:region|rss}")
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.OFFICER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(
            @PathParam("programme") String programme,
            @PathParam("county") String county,
            @PathParam("respondent") String respondent,
            MultivaluedMap<String, String> sent) {
        Map<String, String> typed = FormActs.typed(sent);
        List<String> told = typed.entrySet().stream()
                .filter(each -> SurveyPages.isMunicipality(each.getKey())
                        && !each.getValue().isBlank())
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Object> answer = Map.of(
                "text",
                typed.getOrDefault("text", "").strip(),
                "municipalities",
                told.stream()
                        .map(field -> Map.of(
                                "municipality",
                                SurveyPages.municipality(field),
                                "text",
                                typed.getOrDefault(field, "").strip()))
                        .toList());
        Attempt attempt = acts.attempt(
                respondent,
                typed,
                typed.get("version"),
                () -> surveys.answerSurvey(programme, county, respondent, acts.body(answer)));
        return attempt.done()
                ? pages.next(address(programme) + "/" + county + "?done=" + respondent)
                : pages.live(
                        attempt.status(),
                        () -> Templates.surveyCounty(
                                views.county(programme, county, "", atFields(swedish.of(attempt.form()), told))));
    }

    /** The operation names a municipality by its place among those sent; the form has a field for each. */
    private static Form atFields(Form form, List<String> told) {
        return new Form(
                form.name(),
                form.typed(),
                form.faults().stream()
                        .map(wrong -> {
                            Matcher place = OF_MUNICIPALITY.matcher(wrong.field());
                            return place.matches() && Integer.parseInt(place.group(1)) < told.size()
                                    ? new Form.Wrong(told.get(Integer.parseInt(place.group(1))), null, wrong.text())
                                    : wrong;
                        })
                        .toList(),
                form.refusal());
    }
}
