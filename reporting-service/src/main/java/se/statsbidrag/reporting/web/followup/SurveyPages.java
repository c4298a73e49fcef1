package se.statsbidrag.reporting.web.followup;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.Language;
import se.statsbidrag.reporting.api.followup.SurveyActs;
import se.statsbidrag.reporting.api.followup.SurveyDocument;
import se.statsbidrag.reporting.application.followup.Recipients;
import se.statsbidrag.reporting.web.followup.SurveyViews.Standing;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.Recipient;

/** Puts together what the pages of a survey show (R-G8). */
@RequestScoped
public class SurveyPages {
    static final String MISSING = "missing";
    static final String LATE = "late";
    /** Begins the names of the municipalities' fields. */
    private static final String MUNICIPALITY = "m";

    private final SurveyActs surveys;
    private final Recipients recipients;
    private final BusinessClock clock;
    private final CurrentCaller current;
    private final Language language;

    SurveyPages(
            SurveyActs surveys, Recipients recipients, BusinessClock clock, CurrentCaller current, Language language) {
        this.surveys = surveys;
        this.recipients = recipients;
        this.clock = clock;
        this.current = current;
        this.language = language;
    }

    /** The field of a municipality. */
    static String field(String municipality) {
        return MUNICIPALITY + municipality;
    }

    /** The municipality of a field. */
    static String municipality(String field) {
        return field.substring(MUNICIPALITY.length());
    }

    static boolean isMunicipality(String field) {
        return field.matches(MUNICIPALITY + "[0-9]{4}");
    }

    /** All counties that the reader may see, or those of which an answer is missing or late. */
    SurveyViews.Survey survey(String programmeId, String show) {
        ProgrammeInForce programme = recipients.programme(programmeId);
        SurveyDocument.Answers answers = surveys.read(current.get(), programmeId);
        boolean over = isOver(answers);
        List<SurveyViews.Line> lines =
                answers.counties().stream().map(county -> line(county, over)).toList();
        return new SurveyViews.Survey(
                programmeId,
                programme.definition().title().swedish(),
                answers.text(),
                answers.source(),
                answers.opensOn(),
                answers.dueDate(),
                show,
                answers.counties().stream()
                        .filter(county -> county.region() != null)
                        .count(),
                answers.counties().stream()
                        .filter(county -> county.rss() != null)
                        .count(),
                count(lines, Standing.MISSING),
                count(lines, Standing.LATE),
                lines.size(),
                lines.stream()
                        .filter(line -> switch (show) {
                            case MISSING -> line.is(Standing.MISSING);
                            case LATE -> line.is(Standing.LATE);
                            default -> true;
                        })
                        .toList());
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 for a county that there is none of, or another's */
    SurveyViews.County county(String programmeId, String code, String done, Form form) {
        ProgrammeInForce programme = recipients.programme(programmeId);
        SurveyDocument.Answers answers = surveys.read(current.get(), programmeId);
        SurveyDocument.County county = answers.counties().stream()
                .filter(each -> each.county().equals(code))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("county '" + code + "' in the survey"));
        Map<String, String> names = names(programme, code);
        List<SurveyDocument.Reported> reported =
                county.rss() == null ? List.of() : county.rss().municipalities();
        Map<String, String> texts = reported.stream()
                .collect(Collectors.toMap(SurveyDocument.Reported::municipality, SurveyDocument.Reported::text));
        boolean over = isOver(answers);
        return new SurveyViews.County(
                programmeId,
                programme.definition().title().swedish(),
                code,
                county.name(),
                answers.opensOn(),
                answers.dueDate(),
                text(standing(county.region(), over)),
                text(standing(county.rss(), over)),
                county.region(),
                county.rss(),
                reported.stream()
                        .map(each -> new SurveyViews.Reported(
                                each.municipality(), names.getOrDefault(each.municipality(), ""), each.text()))
                        .toList(),
                county.unheard().stream()
                        .map(each -> names.getOrDefault(each, each))
                        .toList(),
                names.entrySet().stream()
                        .filter(each -> !each.getKey().equals(code))
                        .map(each -> new SurveyViews.Field(
                                field(each.getKey()), each.getValue(), texts.getOrDefault(each.getKey(), "")))
                        .toList(),
                answers(programme, code, true),
                answers(programme, code, false),
                surveys.version(programmeId, code),
                switch (done) {
                    case "region" -> language.say("Regionens svar är sparat.", "The region’s answer is saved.");
                    case "rss" ->
                        language.say("Svaret för kommunerna är sparat.", "The answer for the municipalities is saved.");
                    default -> "";
                },
                form);
    }

    private boolean isOver(SurveyDocument.Answers answers) {
        return LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN).isAfter(answers.dueDate());
    }

    private SurveyViews.Line line(SurveyDocument.County county, boolean over) {
        Standing region = standing(county.region(), over);
        Standing rss = standing(county.rss(), over);
        int heard = county.rss() == null ? 0 : county.rss().municipalities().size();
        return new SurveyViews.Line(
                county.county(),
                county.name(),
                region,
                text(region),
                rss,
                text(rss),
                heard,
                heard + county.unheard().size());
    }

    private static Standing standing(SurveyDocument.@Nullable Answer answer, boolean over) {
        if (answer == null) {
            return over ? Standing.MISSING : Standing.AWAITED;
        }
        return answer.late() ? Standing.LATE : Standing.ANSWERED;
    }

    private String text(Standing standing) {
        return switch (standing) {
            case ANSWERED -> language.say("Svarat", "Answered");
            case LATE -> language.say("Svarat sent", "Answered late");
            case MISSING -> language.say("Saknas", "Missing");
            case AWAITED -> language.say("Inte svarat än", "Not answered yet");
        };
    }

    private static long count(List<SurveyViews.Line> lines, Standing standing) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.region(), line.rss()))
                .filter(standing::equals)
                .count();
    }

    /** Whether the reader's token lets him answer; whether his mandate does, the operation says. */
    private boolean answers(ProgrammeInForce programme, String county, boolean forRegion) {
        Caller caller = current.get();
        return caller.is(Role.OFFICER)
                || caller.is(Role.REPRESENTATIVE, Role.DEPUTY)
                        && programme.definition().recipients().stream()
                                .filter(recipient -> forRegion
                                        ? recipient.code().value().equals(county)
                                        : recipient.code().value().startsWith(county))
                                .map(Recipient::organisationNumber)
                                .anyMatch(number -> number != null && caller.mayActFor(number.value()));
    }

    private static Map<String, String> names(ProgrammeInForce programme, String county) {
        return programme.definition().recipients().stream()
                .filter(recipient -> recipient.code().value().startsWith(county))
                .collect(Collectors.toMap(
                        recipient -> recipient.code().value(),
                        Recipient::name,
                        (first, second) -> first,
                        TreeMap::new));
    }
}
