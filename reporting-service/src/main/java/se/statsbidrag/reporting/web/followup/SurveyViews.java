package se.statsbidrag.reporting.web.followup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;
import se.statsbidrag.reporting.api.followup.SurveyDocument;

/** What the pages of a survey show. */
final class SurveyViews {
    private SurveyViews() {}

    /** Where an answer stands. */
    enum Standing {
        ANSWERED,
        /** It came after the last day. */
        LATE,
        /** The last day has passed, and nothing came. */
        MISSING,
        /** Nothing came yet, and it need not have. */
        AWAITED
    }

    /**
     * A grant's survey with the counties that the reader may see.
     *
     * @param show which are shown: all, {@code missing} or {@code late}
     * @param missing answers, of regions and of RSS, that have not come by the last day
     * @param late answers that came after it
     */
    record Survey(
            String programme,
            String title,
            String text,
            String source,
            LocalDate opensOn,
            LocalDate dueDate,
            String show,
            long regions,
            long structures,
            long missing,
            long late,
            long counties,
            List<Line> lines) {}

    /**
     * One county.
     *
     * @param regionText where its region's answer stands, in words
     * @param rssText where the answer of RSS stands, in words
     * @param heard of how many of its municipalities RSS has told
     */
    record Line(
            String county,
            String name,
            Standing region,
            String regionText,
            Standing rss,
            String rssText,
            long heard,
            long municipalities) {
        boolean is(Standing standing) {
            return region == standing || rss == standing;
        }
    }

    /**
     * One county's answers with their forms.
     *
     * @param reported what each municipality reported, as RSS told it
     * @param unheard names of the municipalities of which RSS has told nothing
     * @param fields one for each municipality
     * @param version of the county's answers, which a form must be about
     */
    record County(
            String programme,
            String title,
            String county,
            String name,
            LocalDate opensOn,
            LocalDate dueDate,
            String regionText,
            String rssText,
            SurveyDocument.@Nullable Answer region,
            SurveyDocument.@Nullable Answer rss,
            List<Reported> reported,
            List<String> unheard,
            List<Field> fields,
            boolean answersForRegion,
            boolean answersForRss,
            long version,
            String done,
            Form form) {
        /** The address of this page. */
        public String address() {
            return SurveyPagesResource.address(programme) + "/" + county;
        }

        /** What stands in the region's form at first. */
        public String regionProposed() {
            return region == null ? "" : region.text();
        }

        /** What stands in the form of RSS at first. */
        public String rssProposed() {
            return rss == null ? "" : rss.text();
        }
    }

    /** What a municipality reported. */
    record Reported(String code, String name, String text) {}

    /** A municipality's field in the form of RSS, with what stands there. */
    record Field(String field, String name, String text) {}
}
