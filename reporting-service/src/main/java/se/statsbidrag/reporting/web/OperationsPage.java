package se.statsbidrag.reporting.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one programme's operations shows.
 *
 * @param region whose inhabitants' operations stand by month; null for the whole country's
 * @param regions those to choose from, by code
 * @param procedures the columns of the table of regions, and the charts
 * @param operations by region's code; empty until something has been delivered
 */
public record OperationsPage(
        String programme,
        String title,
        YearMonth from,
        YearMonth to,
        @Nullable Region region,
        List<Region> regions,
        List<ProcedureView> procedures,
        List<OperationsRow> operations) {

    /** A region; {@code chosen} where the page shows it. */
    public record Region(String code, String name, boolean chosen) {}

    /** One procedure's months. */
    public record ProcedureView(String code, String name, List<MonthRow> months, Counts sum) {}

    /** A month of the programme's period; {@code counts} is null until someone has delivered it. */
    public record MonthRow(YearMonth month, @Nullable Counts counts) {}

    /** Counts by place, this year and last year. */
    public record Counts(ByPlace now, ByPlace before) {
        static final Counts NONE = new Counts(ByPlace.NONE, ByPlace.NONE);

        public long difference() {
            return now.total() - before.total();
        }

        Counts plus(Counts other) {
            return new Counts(now.plus(other.now), before.plus(other.before));
        }
    }

    /** Where the operations were performed as seen from the patient's home region (R-K9). */
    public record ByPlace(long homeRegion, long otherRegion, long privateProvider) {
        static final ByPlace NONE = new ByPlace(0, 0, 0);

        public long total() {
            return Math.addExact(Math.addExact(homeRegion, otherRegion), privateProvider);
        }

        ByPlace plus(ByPlace other) {
            return new ByPlace(
                    Math.addExact(homeRegion, other.homeRegion),
                    Math.addExact(otherRegion, other.otherRegion),
                    Math.addExact(privateProvider, other.privateProvider));
        }
    }

    /** A count beside last year's. */
    public record Compared(long count, long lastYear) {
        public long difference() {
            return count - lastYear;
        }
    }

    /** One region's operations, in the order of the procedures. */
    public record OperationsRow(
            String code,
            String name,
            List<Compared> counts,
            @Nullable Instant movedAt) {}
}
