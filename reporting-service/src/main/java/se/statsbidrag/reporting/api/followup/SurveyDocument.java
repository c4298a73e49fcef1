package se.statsbidrag.reporting.api.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The survey's answers as the API writes them. */
public final class SurveyDocument {
    private SurveyDocument() {}

    /**
     * A programme's survey.
     *
     * @param text what it is, Swedish
     * @param counties those asked for, by code
     */
    @Schema(name = "Survey")
    public record Answers(
            String programme,
            String text,
            String source,
            LocalDate opensOn,
            LocalDate dueDate,
            List<County> counties) {}

    /**
     * One county's answers.
     *
     * @param county its code, which is its region's
     * @param region the region's own answer; null while there is none
     * @param rss what the structure answers for the municipalities; null while there is none
     * @param unheard municipalities of which RSS has told nothing, by code
     */
    @Schema(name = "SurveyCounty")
    public record County(
            String county,
            String name,
            @Nullable Answer region,
            @Nullable Answer rss,
            List<String> unheard) {}

    /**
     * An answer.
     *
     * @param late whether it came after the last day in force
     * @param municipalities what each municipality reported, by code
     */
    @Schema(name = "SurveyAnswer")
    public record Answer(String text, Instant receivedAt, boolean late, List<Reported> municipalities) {}

    /** What a municipality reported. */
    @Schema(name = "SurveyReported")
    public record Reported(String municipality, String text) {}

    /** What an answer came to: the county after it, and where it stands. */
    @Schema(name = "SurveyRecorded")
    public record Recorded(County county, String log, long position) {}
}
