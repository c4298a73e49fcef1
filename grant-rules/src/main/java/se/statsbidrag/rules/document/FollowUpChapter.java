package se.statsbidrag.rules.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** What recipients hand in afterwards, as a chapter of a programme's rules; nothing where the definition says nothing. */
final class FollowUpChapter {
    private final ProgrammeDefinition definition;

    FollowUpChapter(ProgrammeDefinition definition) {
        this.definition = definition;
    }

    void write(Markdown text) {
        FollowUp followUp = definition.followUp();
        if (followUp == null) {
            return;
        }
        text.heading(2, "Återrapportering");
        text.paragraph("Öppen " + window(followUp.opening(), DeadlineKind.FOLLOW_UP) + ".");
        text.table(
                List.of("Del", "Källa"),
                2,
                followUp.parts().stream()
                        .map(part -> List.of(part.text(), part.source()))
                        .toList());
        List<String> bullets = new ArrayList<>();
        FollowUp.ActivityPlans plans = followUp.activityPlans();
        if (plans != null) {
            bullets.add("Aktiviteter: " + plans.text() + ". Källa: " + plans.source());
            plans.objectCodes()
                    .forEach(each -> bullets.add("Kostnader bokförs på objekt " + each.code() + " i "
                            + definition
                                    .recipient(each.recipient())
                                    .orElseThrow()
                                    .name() + ". Källa: "
                            + each.source()));
        }
        FollowUp.Survey survey = followUp.survey();
        if (survey != null) {
            bullets.add(survey.text() + ", " + window(survey.opening(), DeadlineKind.SURVEY) + ". Källa: "
                    + survey.source());
        }
        text.bullets(bullets);
    }

    private String window(FollowUp.Opening opening, DeadlineKind closing) {
        String last = definition
                .onlyDeadline(closing)
                .map(deadline -> " till och med " + Swedish.date(deadline.dueDate()))
                .orElse("");
        return "från och med " + Swedish.date(opening.date()) + last + assumed(opening.interpretation());
    }

    private static String assumed(@Nullable String interpretation) {
        return interpretation == null ? "" : " (antagande " + interpretation + ")";
    }
}
