package se.statsbidrag.events;

import java.time.Instant;
import java.util.List;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A region, or the structure that speaks for a county's municipalities, answered the survey (R-G8). It replaces that
 * respondent's answer of before.
 *
 * @param county the county, which has its region's code
 * @param receivedAt when the server had its last byte (2017:900, 22 §)
 * @param text the answer of the respondent as a whole
 * @param municipalities what each municipality reported, by code; empty for a region
 */
public record SurveyAnswered(
        ProgrammeId programme,
        RecipientCode county,
        SurveyRespondent respondent,
        Instant receivedAt,
        String text,
        List<Reported> municipalities)
        implements FollowUpEvent {
    public SurveyAnswered {
        municipalities = List.copyOf(municipalities);
    }

    /** What one municipality reported. */
    public record Reported(RecipientCode municipality, String text) {}
}
