package se.statsbidrag.reporting.api.followup;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.SurveyRespondent;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.rules.value.RecipientCode;

/** The survey to regions and RSS (R-G8). */
@Path("/reporting/v1/programmes/{programme}/survey")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Survey", description = "Answers of regions, and of RSS for the municipalities of each county")
@Blocking
public class SurveyResource {
    private final Commands commands;
    private final SurveyActs acts;
    private final CurrentCaller current;

    SurveyResource(Commands commands, SurveyActs acts, CurrentCaller current) {
        this.commands = commands;
        this.acts = acts;
        this.current = current;
    }

    /** An answer; a region leaves the municipalities out. */
    record AnswerSurvey(String text, @Nullable List<MunicipalityAnswer> municipalities) {}

    /** What a municipality reported. */
    record MunicipalityAnswer(String municipality, String text) {}

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getSurvey",
            summary = "The survey's answers",
            description =
                    "By county: the region's, and what RSS told for its municipalities with what each reported; and"
                            + " which municipalities are not heard of. Recipients see their own county.")
    @APIResponse(
            responseCode = "200",
            description = "The answers",
            content = @Content(schema = @Schema(implementation = SurveyDocument.Answers.class)))
    @APIResponse(responseCode = "404", description = "The programme has no survey")
    public SurveyDocument.Answers getSurvey(@PathParam("programme") String programme) {
        return acts.read(current.get(), programme);
    }

    @PUT
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.OFFICER})
    @Path("/{county}/{respondent}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerSurvey",
            summary = "Answer the survey for a county",
            description =
                    "As its region, or as RSS for its municipalities, which anybody who submits for an organisation of the"
                            + " county may do; an officer writes down what came in another way. It replaces the respondent's answer of"
                            + " before.")
    @RequestBody(
            description = "The answer",
            required = true,
            content = @Content(schema = @Schema(implementation = AnswerSurvey.class)))
    @APIResponse(
            responseCode = "200",
            description = "The county's answers",
            content = @Content(schema = @Schema(implementation = SurveyDocument.Recorded.class)))
    @APIResponse(responseCode = "409", description = "The survey is not open yet")
    @APIResponse(responseCode = "422", description = "Every fault; nothing was recorded")
    public Response answerSurvey(
            @PathParam("programme") String programme,
            @PathParam("county") @Parameter(example = "23") String county,
            @PathParam("respondent") @Parameter(description = "region or rss", example = "rss") String respondent,
            byte[] body) {
        SurveyRespondent as = switch (respondent) {
            case "region" -> SurveyRespondent.REGION;
            case "rss" -> SurveyRespondent.RSS;
            default -> throw Problems.notFound("respondent '" + respondent + "'; it is region or rss");
        };
        return commands.execute(body, command -> {
            AnswerSurvey sent = StrictJson.read(body, AnswerSurvey.class);
            return acts.answer(command, programme, county, as, sent.text(), reported(sent));
        });
    }

    private static List<SurveyAnswered.Reported> reported(AnswerSurvey sent) {
        List<Fault> faults = new ArrayList<>();
        List<SurveyAnswered.Reported> reported = new ArrayList<>();
        List<MunicipalityAnswer> all = sent.municipalities() == null ? List.of() : sent.municipalities();
        for (int index = 0; index < all.size(); index++) {
            MunicipalityAnswer each = all.get(index);
            try {
                reported.add(new SurveyAnswered.Reported(new RecipientCode(each.municipality()), each.text()));
            } catch (IllegalArgumentException notACode) {
                faults.add(Fault.of(
                        "municipalities[" + index + "].municipality",
                        each.municipality(),
                        "It is no municipality's code",
                        "Write four digits"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return reported;
    }
}
