package se.statsbidrag.reporting.domain.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.SurveyAnswered.Reported;
import se.statsbidrag.events.SurveyRespondent;
import se.statsbidrag.reporting.domain.Faults;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** A county's survey: what its region answers, and what RSS answers for its municipalities (R-G8). */
public final class Survey {
    private static final int LONGEST = 20_000;

    private Survey() {}

    /**
     * What an answer leads to. A later one takes the place of an earlier one of the same respondent.
     *
     * @param municipalities the county's
     * @param opensAt when answers are first received
     * @param before the respondent's last answer
     */
    public static Outcome answer(
            ProgrammeId programme,
            RecipientCode county,
            SurveyRespondent respondent,
            SortedSet<RecipientCode> municipalities,
            String text,
            List<Reported> reported,
            Instant opensAt,
            Instant receivedAt,
            Optional<SurveyAnswered> before) {
        if (receivedAt.isBefore(opensAt)) {
            return new Outcome.Conflict("The survey opens at " + opensAt, "Answer then");
        }
        Faults faults = new Faults();
        ActivityPlanDecider.text("text", text, 1, LONGEST, null, faults);
        if (respondent == SurveyRespondent.REGION && !reported.isEmpty()) {
            faults.add(
                    null,
                    "municipalities",
                    Integer.toString(reported.size()),
                    "a region answers for itself alone",
                    "leave the municipalities to RSS");
        }
        Set<RecipientCode> seen = new HashSet<>();
        for (int index = 0; index < reported.size(); index++) {
            Reported each = reported.get(index);
            String path = "municipalities[" + index + "].";
            String code = each.municipality().value();
            if (respondent == SurveyRespondent.RSS && !municipalities.contains(each.municipality())) {
                faults.add(null, path + "municipality", code, "is no municipality of the county", "name one that is");
            }
            if (!seen.add(each.municipality())) {
                faults.add(null, path + "municipality", code, "stands twice", "write what it reported once");
            }
            ActivityPlanDecider.text(path + "text", each.text(), 1, LONGEST, null, faults);
        }
        List<Reported> ordered = reported.stream()
                .sorted(Comparator.comparing(Reported::municipality))
                .toList();
        if (faults.isEmpty()
                && before.filter(last -> last.text().equals(text)
                                && last.municipalities().equals(ordered))
                        .isPresent()) {
            return new Outcome.Unchanged();
        }
        return Outcome.of(faults, new SurveyAnswered(programme, county, respondent, receivedAt, text, ordered));
    }
}
