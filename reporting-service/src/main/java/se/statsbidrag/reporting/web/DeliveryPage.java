package se.statsbidrag.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one reporter's month shows.
 *
 * @param regionCode the performing region that it is narrowed to; empty for all that the reporter answers for
 * @param state as on the page of the data's quality
 * @param address where the API gives the same
 * @param revisions the latest first; empty while nothing has come
 * @param comparisons by performing region and procedure
 * @param cells of the region that the page is narrowed to
 */
public record DeliveryPage(
        String programme,
        String title,
        String reporter,
        YearMonth month,
        String regionCode,
        String regionName,
        LocalDate dueDate,
        String state,
        String address,
        int percent,
        int operations,
        List<RevisionRow> revisions,
        List<ComparisonRow> comparisons,
        List<CellRow> cells) {

    /**
     * A delivery.
     *
     * @param cells how many it holds
     * @param inTime whether it came by the due day
     * @param movesMoney whether it is the one that moves the programme's money
     * @param reference the event that it came with
     */
    public record RevisionRow(
            int revision, Instant receivedAt, long cells, boolean inTime, boolean movesMoney, String reference) {}

    /** A count beside last year's; {@code lastYear} is null where there is nothing to compare with. */
    public record ComparisonRow(
            String code,
            String name,
            String procedure,
            String procedureName,
            long count,
            @Nullable Long lastYear,
            boolean outOfLine) {
        public long difference() {
            return lastYear == null ? 0 : count - lastYear;
        }
    }

    /** Operations of one kind on one region's inhabitants. */
    public record CellRow(String home, String homeName, boolean privately, String procedureName, long count) {}
}
