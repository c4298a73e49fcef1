package se.statsbidrag.system;

import static se.statsbidrag.secondcalculator.WorkedExample.PROCEDURES;
import static se.statsbidrag.secondcalculator.WorkedExample.number;
import static se.statsbidrag.secondcalculator.WorkedExample.text;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.secondcalculator.WorkedExample;

/**
 * The worked example's nine months' sums, spread over months, performing regions, providers and reporters: a region that
 * reports for itself, an intermediary for two others from May on, and the patient register for the rest.
 */
final class WorkedYear {
    static final String PROGRAMME = "korta-vardkoerna-2025";
    static final String PATIENT_REGISTER = "patientregistret";
    static final String OWN_REPORTER = "region-14";
    static final String INTERMEDIARY = "region-skane";
    static final List<String> OWN_REGIONS = List.of("14");
    static final List<String> INTERMEDIARY_REGIONS = List.of("12", "13");
    static final YearMonth OWN_FROM = YearMonth.of(2025, 2);
    static final YearMonth INTERMEDIARY_FROM = YearMonth.of(2025, 5);
    private static final YearMonth FIRST = YearMonth.of(2025, 2);
    private static final int MONTHS = 9;

    private WorkedYear() {}

    /** One reporter's month. */
    record Delivery(String reporter, YearMonth month, List<Cell> cells) {

        Map<String, Object> body() {
            return Map.of("cells", cells);
        }

        String path() {
            return "/reporting/v1/deliveries/" + reporter + "/" + month;
        }

        /** The same delivery with one operation too many in each cell. */
        Delivery wrong() {
            return new Delivery(
                    reporter,
                    month,
                    cells.stream()
                            .map(cell -> new Cell(
                                    cell.homeRegion(),
                                    cell.performedIn(),
                                    cell.provider(),
                                    cell.procedure(),
                                    cell.count() + 1))
                            .toList());
        }
    }

    /** As the REST contract names its fields. */
    record Cell(String homeRegion, String performedIn, String provider, String procedure, long count) {}

    private record Key(String reporter, YearMonth month) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byReporter = reporter.compareTo(other.reporter);
            return byReporter != 0 ? byReporter : month.compareTo(other.month);
        }
    }

    /** All deliveries of the year, by reporter and month. */
    static List<Delivery> deliveries() {
        Map<Key, Map<Cell, Long>> counted = new TreeMap<>();
        List<String> regions = WorkedExample.grant().regions();
        for (Map<String, String> row : WorkedExample.rows()) {
            String home = text(row, "county_code");
            String neighbour = regions.get((regions.indexOf(home) + 1) % regions.size());
            for (String procedure : PROCEDURES) {
                long count = number(row, procedure.toLowerCase(Locale.ROOT));
                for (int i = 0; i < count; i++) {
                    YearMonth month = FIRST.plusMonths(i % MONTHS);
                    String performedIn = i % 5 == 4 ? neighbour : home;
                    String provider = i % 7 < 2 ? "PRIVATE" : "PUBLIC";
                    counted.computeIfAbsent(
                                    new Key(reporter(performedIn, month), month),
                                    key -> new TreeMap<>(Comparator.comparing(Cell::toString)))
                            .merge(new Cell(home, performedIn, provider, procedure, 0), 1L, Long::sum);
                }
            }
        }
        List<Delivery> deliveries = new ArrayList<>();
        counted.forEach((key, cells) -> deliveries.add(new Delivery(
                key.reporter(),
                key.month(),
                cells.entrySet().stream()
                        .map(entry -> new Cell(
                                entry.getKey().homeRegion(),
                                entry.getKey().performedIn(),
                                entry.getKey().provider(),
                                entry.getKey().procedure(),
                                entry.getValue()))
                        .toList())));
        return deliveries;
    }

    private static String reporter(String performedIn, YearMonth month) {
        if (OWN_REGIONS.contains(performedIn) && !month.isBefore(OWN_FROM)) {
            return OWN_REPORTER;
        }
        if (INTERMEDIARY_REGIONS.contains(performedIn) && !month.isBefore(INTERMEDIARY_FROM)) {
            return INTERMEDIARY;
        }
        return PATIENT_REGISTER;
    }
}
