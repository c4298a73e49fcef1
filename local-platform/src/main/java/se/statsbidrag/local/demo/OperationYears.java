package se.statsbidrag.local.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up operation counts of believable size, month by month. The same month and regime always give the same cells: chance
 * comes from a seed made of them.
 */
final class OperationYears {

    private static final int BASE_YEAR = 2025;
    private static final int PERCENT = 100;
    private static final int PRIVATE_AMONG_NEIGHBOURS = 80;

    /** Of a hundred patients treated elsewhere, how many go to the first, second and third neighbour. */
    private static final List<Integer> TO_NEIGHBOURS = List.of(60, 30, 10);

    private final DemonstrationData data;
    private final Regime regime;

    OperationYears(DemonstrationData data, Regime regime) {
        this.data = data;
        this.regime = regime;
    }

    /** All cells of a month of 2024 or 2025, by home region; none has the count 0. */
    List<CountedCell> month(YearMonth month) {
        List<CountedCell> cells = new ArrayList<>();
        for (Procedure procedure : Procedure.values()) {
            long weights = data.regions().stream()
                    .mapToLong(region -> weight(region, procedure))
                    .sum();
            for (DemonstrationRegion region : data.regions()) {
                Random chance = new Random(31L
                                * (31L * month.toString().hashCode()
                                        + procedure.name().hashCode())
                        + region.code().hashCode());
                long thousandths = thousandths(month, procedure) * weight(region, procedure) / weights;
                long varied = thousandths * (92 + chance.nextInt(17)) / PERCENT;
                spread(region, procedure, varied, chance, cells);
            }
        }
        return cells;
    }

    private static long weight(DemonstrationRegion region, Procedure procedure) {
        return region.population() * region.frequency().getOrDefault(procedure, PERCENT);
    }

    /** Thousandths of operations in the country that month: of whole ones too little would be left to divide. */
    private long thousandths(YearMonth month, Procedure procedure) {
        long average = 1000L * data.number(procedure.setting() + ".month");
        long seasonal = average * data.numbers("seasons").get(month.getMonthValue() - 1) / PERCENT;
        long inYear = month.getYear() == BASE_YEAR
                ? seasonal
                : seasonal * PERCENT / (PERCENT + data.number(procedure.setting() + ".increase"));
        return regime == Regime.REMAINING ? inYear * data.number("remaining.volume") / PERCENT : inYear;
    }

    private void spread(
            DemonstrationRegion region, Procedure procedure, long thousandths, Random chance, List<CountedCell> cells) {
        long atHome = thousandths * region.treatedAtHome() / PERCENT;
        int privately = region.privately().getOrDefault(procedure, 0);
        split(region.code(), region.code(), procedure, atHome, privately, chance, cells);
        long elsewhere = thousandths - atHome;
        int privatelyElsewhere = procedure == Procedure.CATARACT ? PRIVATE_AMONG_NEIGHBOURS : privately;
        for (int place = 0; place < region.neighbours().size(); place++) {
            long share = elsewhere * TO_NEIGHBOURS.get(place) / PERCENT;
            String neighbour = region.neighbours().get(place);
            split(region.code(), neighbour, procedure, share, privatelyElsewhere, chance, cells);
        }
    }

    private static void split(
            String home,
            String performedIn,
            Procedure procedure,
            long thousandths,
            int privately,
            Random chance,
            List<CountedCell> cells) {
        long byPrivate = thousandths * privately / PERCENT;
        add(new CountedCell(home, performedIn, "PUBLIC", procedure, whole(thousandths - byPrivate, chance)), cells);
        add(new CountedCell(home, performedIn, "PRIVATE", procedure, whole(byPrivate, chance)), cells);
    }

    /** A whole number: the fraction becomes one more as often as it is large. */
    private static int whole(long thousandths, Random chance) {
        long more = chance.nextInt(1000) < thousandths % 1000 ? 1 : 0;
        return Math.toIntExact(thousandths / 1000 + more);
    }

    private static void add(CountedCell cell, List<CountedCell> cells) {
        if (cell.count() > 0) {
            cells.add(cell);
        }
    }
}
