package se.statsbidrag.rules.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.DeadlineId;

/**
 * A report that the agency makes to the government or its offices (R-K9, R-K11, R-T8, R-G7, R-G8).
 *
 * @param kind what it tells of
 * @param title Swedish, as shown to people
 * @param when in words when it is due, Swedish; null where its deadlines say it
 * @param deadlines the days when it is due, the first one first; none where the source names no day
 * @param source the document and paragraph that asks for it
 */
public record GovernmentReport(
        Kind kind, String title, @Nullable String when, List<DeadlineId> deadlines, String source) {
    public GovernmentReport {
        deadlines = List.copyOf(deadlines);
    }

    /** What a report tells of. */
    public enum Kind {
        /** Operations of the latest month and so far, and how far each recipient has come. */
        MONTHLY,
        /** What a year's work has led to so far: who asked for money, and what the survey answers. */
        INTERIM,
        /** The same for the whole time, with all that became of the money. */
        FINAL,
        /** Who got how much, for what, with which results. */
        ANNUAL_SUMMARY;

        /** As addresses name it, such as {@code annual-summary}. */
        public String pathName() {
            return switch (this) {
                case MONTHLY -> "monthly";
                case INTERIM -> "interim";
                case FINAL -> "final";
                case ANNUAL_SUMMARY -> "annual-summary";
            };
        }
    }
}
