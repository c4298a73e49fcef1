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
 * @param standing what the operations lead to; null while the programme's events make no sense
 */
public record OperationsPage(
        String programme,
        String title,
        YearMonth from,
        YearMonth to,
        @Nullable Region region,
        List<Region> regions,
        List<ProcedureView> procedures,
        List<OperationsRow> operations,
        @Nullable Standing standing) {

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

    /**
     * What the operations lead to.
     *
     * @param caps one for each pot of which a region can earn so much and no more
     * @param rankings one for each pot that goes to those with most operations per inhabitant
     */
    public record Standing(List<CapTable> caps, List<Ranking> rankings) {}

    /**
     * How near the regions are to their caps.
     *
     * @param months how many months are counted
     */
    public record CapTable(
            String pot, String title, int months, long reached, long expected, long notWithin, List<CapRow> rows) {}

    /**
     * A region's way to its cap, in whole kronor.
     *
     * @param takesPart whether it has a requisition in force
     * @param earned what its operations give, the cap at most
     * @param share earned of cap in tenths of a percent, cut off
     * @param pace what a counted month gives on average, cut off
     * @param outlook {@code REACHED}, {@code EXPECTED}, {@code NOT_WITHIN} or {@code NOTHING}
     * @param month in which the cap was or would be reached
     * @param missing what is missing when the period ends at that pace
     */
    public record CapRow(
            String code,
            String name,
            boolean takesPart,
            long earned,
            long cap,
            long share,
            long pace,
            String outlook,
            @Nullable YearMonth month,
            long missing) {
        /** What the outlook is sorted by. */
        public String getOrder() {
            return month == null ? outlook.equals("NOT_WITHIN") ? "9999-98" : "9999-99" : month.toString();
        }
    }

    /**
     * Those that take part by operations per inhabitant.
     *
     * @param places how many get a share
     * @param tied whether several tie for the last place
     */
    public record Ranking(String pot, String title, String procedure, int places, boolean tied, List<RankedRow> rows) {}

    /**
     * A place in a ranking, or the line between those that get a share and the others.
     *
     * @param key which row of the table it is; the line's names the place that it stands after
     * @param line whether it is the line
     * @param place 1 for the most; equals have the same
     * @param perHundredThousand operations per 100,000 inhabitants in tenths, cut off
     * @param distance operations: to a share for one that is without, to spare for one that has one; null where nobody is on
     *     the other side of the line
     */
    public record RankedRow(
            String key,
            boolean line,
            int place,
            String code,
            String name,
            long count,
            long population,
            long perHundredThousand,
            boolean placed,
            boolean tied,
            @Nullable Long distance) {
        static RankedRow lineAfter(int place) {
            return new RankedRow("line-after-" + place, true, place, "", "", 0, 0, 0, false, false, null);
        }
    }
}
