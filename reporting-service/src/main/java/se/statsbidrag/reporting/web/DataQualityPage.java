package se.statsbidrag.reporting.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the data's quality shows. States are {@code IN_TIME}, {@code LATE}, {@code MISSING},
 * {@code NOT_YET_DUE} and {@code OUT_OF_LINE}.
 *
 * @param percent how much a count differs from last year's before it is out of line
 * @param operations and by how many operations at least
 * @param state the one that is chosen; empty for all
 * @param states how many of the regions' months there are in each
 * @param reporters those that answer for some region in some month
 * @param regions by code; those with a month in the chosen state
 */
public record DataQualityPage(
        String programme,
        String title,
        int percent,
        int operations,
        boolean known,
        List<Due> months,
        String state,
        List<Chosen> states,
        List<ReporterRow> reporters,
        List<RegionRow> regions) {
    static final String OUT_OF_LINE = "OUT_OF_LINE";

    /** How many columns the table of regions has. */
    public int getColumns() {
        return months.size() + 1;
    }

    /** A month with the day by which it is to be reported. */
    public record Due(YearMonth month, LocalDate dueDate) {}

    /** A state to choose. */
    public record Chosen(String state, long number, boolean chosen) {}

    /**
     * A reporter's months.
     *
     * @param performedIn the names of the regions that it answers for; empty for the one that answers for all others
     * @param from the first month that it answers for them; null for the one that answers for all others
     */
    public record ReporterRow(
            String reporter,
            List<String> performedIn,
            @Nullable YearMonth from,
            List<ReporterCell> months) {}

    /** Whether a reporter's month came; {@code state} is null where it answers for no region. */
    public record ReporterCell(YearMonth month, @Nullable String state, int regions) {}

    /** A performing region's months. */
    public record RegionRow(String code, String name, List<RegionCell> months) {}

    /**
     * A performing region's month.
     *
     * @param arrival whether it came
     * @param outOfLine whether what came is out of line with last year
     * @param chosen whether it is in the chosen state, or all are
     */
    public record RegionCell(YearMonth month, String reporter, String arrival, boolean outOfLine, boolean chosen) {
        boolean is(String state) {
            return arrival.equals(state) || outOfLine && state.equals(OUT_OF_LINE);
        }
    }
}
