package se.statsbidrag.reporting.api.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.SurveyRespondent;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.application.followup.FollowUpStreams;
import se.statsbidrag.reporting.application.followup.FollowUpStreams.Stored;
import se.statsbidrag.reporting.application.followup.FollowUpTerms;
import se.statsbidrag.reporting.application.followup.Recipients;
import se.statsbidrag.reporting.domain.followup.Survey;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/** Answers to a programme's survey: regions for themselves, RSS for the municipalities of a county (R-G8). */
@ApplicationScoped
public class SurveyActs {
    private final Recipients recipients;
    private final FollowUpStreams streams;

    SurveyActs(Recipients recipients, FollowUpStreams streams) {
        this.recipients = recipients;
        this.streams = streams;
    }

    /**
     * The survey's answers, of the counties that the caller belongs to or of all.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 404 where there is no survey
     */
    public SurveyDocument.Answers read(Caller caller, String programmeId) {
        ProgrammeInForce programme = recipients.programme(programmeId);
        FollowUp.Survey survey = survey(programme);
        return new SurveyDocument.Answers(
                programme.id().value(),
                survey.text(),
                survey.source(),
                survey.opening().date(),
                FollowUpTerms.lastDay(programme, DeadlineKind.SURVEY),
                programme.definition().recipients().stream()
                        .filter(recipient -> recipient.code().value().length() == 2)
                        .filter(region -> inCounty(programme, region.code()).stream()
                                .anyMatch(each -> Recipients.mayRead(caller, each)))
                        .map(region -> county(programme, region, streams.survey(programme.id(), region.code())))
                        .toList());
    }

    /** The version of a county's answers; 0 where there are none. */
    public long version(String programmeId, String county) {
        Recipients.Followed region = recipients.recipient(programmeId, county);
        return streams.survey(region.programme().id(), region.code()).version();
    }

    /**
     * Records an answer. RSS has no sign-in of its own: whoever may submit for an organisation of the county answers for it,
     * or an officer writes down what it sent.
     */
    public Answer answer(
            Command command,
            String programmeId,
            String county,
            SurveyRespondent respondent,
            String text,
            List<SurveyAnswered.Reported> reported) {
        Recipients.Followed region = recipients.recipient(programmeId, county);
        ProgrammeInForce programme = region.programme();
        FollowUp.Survey survey = survey(programme);
        if (county.length() != 2) {
            throw Problems.notFound("county '" + county + "'");
        }
        if (!command.caller().is(Role.OFFICER)) {
            recipients.requireActs(
                    command.caller(),
                    respondent == SurveyRespondent.REGION
                            ? List.of(region.recipient())
                            : inCounty(programme, region.code()),
                    Permission.SUBMIT_CASE);
        }
        Stored<List<FollowUpEvent>> before = streams.survey(programme.id(), region.code());
        command.requireMatch(before.version());
        Stored<List<FollowUpEvent>> after = streams.recordSurvey(
                before,
                Survey.answer(
                        programme.id(),
                        region.code(),
                        respondent,
                        FollowUpTerms.municipalities(programme, region.code()),
                        text,
                        reported,
                        FollowUpTerms.opens(survey.opening()),
                        command.receivedAt(),
                        last(before, respondent)),
                command);
        EventReference at = after.last().orElseThrow();
        return new Answer(
                200,
                new SurveyDocument.Recorded(county(programme, region.recipient(), after), at.log(), at.position()),
                after.version());
    }

    private static FollowUp.Survey survey(ProgrammeInForce programme) {
        FollowUp followUp = programme.definition().followUp();
        FollowUp.Survey survey = followUp == null ? null : followUp.survey();
        if (survey == null) {
            throw Problems.notFound("survey in the programme '" + programme.id() + "'");
        }
        return survey;
    }

    private static List<Recipient> inCounty(ProgrammeInForce programme, RecipientCode county) {
        return programme.definition().recipients().stream()
                .filter(recipient -> recipient.code().value().startsWith(county.value()))
                .toList();
    }

    private static Optional<SurveyAnswered> last(Stored<List<FollowUpEvent>> stored, SurveyRespondent respondent) {
        return stored.state().stream()
                .filter(SurveyAnswered.class::isInstance)
                .map(SurveyAnswered.class::cast)
                .filter(each -> each.respondent() == respondent)
                .reduce((_, later) -> later);
    }

    private static SurveyDocument.County county(
            ProgrammeInForce programme, Recipient region, Stored<List<FollowUpEvent>> stored) {
        Instant end = DeadlineDay.endOf(FollowUpTerms.lastDay(programme, DeadlineKind.SURVEY));
        SurveyAnswered rss = last(stored, SurveyRespondent.RSS).orElse(null);
        SortedSet<RecipientCode> unheard = FollowUpTerms.municipalities(programme, region.code());
        if (rss != null) {
            rss.municipalities().forEach(each -> unheard.remove(each.municipality()));
        }
        return new SurveyDocument.County(
                region.code().value(),
                region.name(),
                answer(last(stored, SurveyRespondent.REGION).orElse(null), end),
                answer(rss, end),
                unheard.stream().map(RecipientCode::value).toList());
    }

    private static SurveyDocument.@Nullable Answer answer(@Nullable SurveyAnswered answered, Instant end) {
        return answered == null
                ? null
                : new SurveyDocument.Answer(
                        answered.text(),
                        answered.receivedAt(),
                        !answered.receivedAt().isBefore(end),
                        answered.municipalities().stream()
                                .map(each -> new SurveyDocument.Reported(
                                        each.municipality().value(), each.text()))
                                .toList());
    }
}
