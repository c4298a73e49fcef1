package se.statsbidrag.reporting.application.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.application.followup.Recipients.Followed;
import se.statsbidrag.reporting.domain.followup.PlanTerms;
import se.statsbidrag.reporting.domain.followup.ReportTerms;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.RecipientCode;

/** What a programme in force says of follow-up, as the domain takes it. */
public final class FollowUpTerms {
    private FollowUpTerms() {}

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 where the programme knows no activity plans */
    public static PlanTerms ofPlan(Followed followed) {
        FollowUp.ActivityPlans plans = followed.followUp().activityPlans();
        if (plans == null) {
            throw Problems.notFound(
                    "activity plans in the programme '" + followed.programme().id() + "'");
        }
        Period period = followed.programme().definition().period();
        return new PlanTerms(
                followed.programme().id(),
                followed.code(),
                period.from().atDay(1),
                period.to().atEndOfMonth(),
                plans.objectCode(followed.code()));
    }

    public static ReportTerms ofReport(ProgrammeInForce programme, FollowUp followUp) {
        return new ReportTerms(
                programme.id(),
                followUp,
                programme.definition().caseNumberSeries().prefix(),
                lastDay(programme, DeadlineKind.FOLLOW_UP));
    }

    /** The last day in force of the one deadline of a kind. */
    public static LocalDate lastDay(ProgrammeInForce programme, DeadlineKind kind) {
        return programme
                .deadline(kind)
                .orElseThrow(() -> new IllegalStateException(programme.id() + " has no deadline of kind " + kind))
                .dueDate();
    }

    /** When a window's first day begins. */
    public static Instant opens(FollowUp.Opening opening) {
        return opening.date().atStartOfDay(DeadlineDay.SWEDEN).toInstant();
    }

    /** A county's municipalities among the programme's recipients. */
    public static SortedSet<RecipientCode> municipalities(ProgrammeInForce programme, RecipientCode county) {
        return programme.definition().recipients().stream()
                .map(Recipient::code)
                .filter(code -> code.value().length() == 4 && code.value().startsWith(county.value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
