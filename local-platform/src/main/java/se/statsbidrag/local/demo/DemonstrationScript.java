package se.statsbidrag.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything that happens in a demonstration year, in order: last year's counts; reporters; requisitions, of which one is
 * changed and one withdrawn and made again; monthly deliveries; two corrections; and one delivery after the cut-off.
 */
final class DemonstrationScript {

    /** Who reports for every region that no other reporter answers for. */
    static final String PATIENT_REGISTER = "patientregistret";

    /** Its October comes once more after the cut-off. */
    static final String LATE_REPORTER = "norra-sjukvardsregionen";

    /** Changes its requisition. */
    static final String CHANGING_REGION = "05";

    /** Withdraws its requisition and makes it again. */
    static final String WITHDRAWING_REGION = "21";

    private static final Year YEAR = Year.of(2025);
    private static final LocalTime OFFICE_HOUR = LocalTime.of(9, 30);
    private static final LocalDate FIRST_REQUISITION = LocalDate.of(2025, 3, 10);
    private static final LocalDateTime LAST_REQUISITION = LocalDateTime.of(2025, 6, 2, 21, 40);
    private static final YearMonth SCOPES_FROM = YearMonth.of(2025, 2);
    private static final YearMonth LAST_MONTH = YearMonth.of(2025, 10);

    private final DemonstrationData data;
    private final Regime regime;
    private final OperationYears operations;
    private final List<Act> acts = new ArrayList<>();

    private DemonstrationScript(DemonstrationData data, Regime regime) {
        this.data = data;
        this.regime = regime;
        this.operations = new OperationYears(data, regime);
    }

    /** The acts of a year, by time. */
    static List<Act> of(DemonstrationData data, Regime regime) {
        DemonstrationScript script = new DemonstrationScript(data, regime);
        script.history();
        script.reporters();
        script.requisitions();
        script.deliveries();
        script.corrections();
        script.decisions();
        script.acts.add(new Act.Pass(LocalDateTime.of(2025, 11, 28, 12, 0)));
        script.acts.sort(Comparator.comparing(Act::at));
        return List.copyOf(script.acts);
    }

    private void history() {
        Map<YearMonth, List<CountedCell>> months = new LinkedHashMap<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth past = YEAR.minusYears(1).atMonth(month);
            months.put(past, operations.month(past));
        }
        acts.add(new Act.DeliverHistory(LocalDate.of(2025, 1, 20).atTime(OFFICE_HOUR), PATIENT_REGISTER, months));
    }

    private void reporters() {
        data.reporters()
                .forEach((reporter, regions) -> acts.add(new Act.NameReporter(
                        LocalDate.of(2025, 1, 27).atTime(OFFICE_HOUR), reporter, regions, SCOPES_FROM)));
    }

    /** Three days apart, each approved eight days later; the last region in the alphabet of codes waits until the last evening. */
    private void requisitions() {
        LocalDate day = FIRST_REQUISITION;
        String last = data.regions().getLast().code();
        for (DemonstrationRegion region : data.regions()) {
            String code = region.code();
            if (regime == Regime.MISSING_REGION && code.equals(data.setting("missing-region"))) {
                continue;
            }
            LocalDateTime submitted = code.equals(last) ? LAST_REQUISITION : day.atTime(10, 15);
            acts.add(requisition(submitted, code, !code.equals(CHANGING_REGION)));
            LocalDateTime complete = submitted;
            if (code.equals(CHANGING_REGION)) {
                complete = submitted.plusDays(4);
                acts.add(requisition(complete, code, true));
            } else if (code.equals(WITHDRAWING_REGION)) {
                complete = submitted.plusDays(6);
                acts.add(new Act.Withdraw(submitted.plusDays(2), data.setting("programme"), code));
                acts.add(requisition(complete, code, true));
            }
            acts.add(
                    new Act.Approve(complete.toLocalDate().plusDays(8).atTime(14, 0), data.setting("programme"), code));
            day = day.plusDays(3);
        }
    }

    private Act requisition(LocalDateTime at, String region, boolean wantsRemainingFunds) {
        return new Act.Requisition(
                at,
                data.setting("programme"),
                region,
                Map.of("wantsRemainingFunds", wantsRemainingFunds, "certified", true));
    }

    /** What is requisitioned is decided when all have been approved, what was earned when the last counts are in. */
    private void decisions() {
        String programme = data.setting("programme");
        acts.add(new Act.Decide(LocalDateTime.of(2025, 6, 16, 13, 0), programme, data.setting("first-pot")));
        acts.add(new Act.Decide(LocalDateTime.of(2025, 11, 27, 13, 0), programme, ""));
    }

    private void deliveries() {
        for (int month = 1; month <= LAST_MONTH.getMonthValue(); month++) {
            YearMonth past = YEAR.atMonth(month);
            LocalDateTime at = past.plusMonths(1).atDay(14).atTime(7, 45);
            cells(past).forEach((reporter, cells) -> acts.add(new Act.Deliver(at, reporter, past, cells)));
        }
    }

    /** A month's cells by the reporter that answers for them. */
    private Map<String, List<CountedCell>> cells(YearMonth month) {
        SortedMap<String, List<String>> scopes = data.reporters();
        Map<String, List<CountedCell>> cells = new LinkedHashMap<>();
        for (CountedCell cell : operations.month(month)) {
            String reporter = month.isBefore(SCOPES_FROM)
                    ? PATIENT_REGISTER
                    : scopes.entrySet().stream()
                            .filter(scope -> scope.getValue().contains(cell.performedIn()))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(PATIENT_REGISTER);
            cells.computeIfAbsent(reporter, name -> new ArrayList<>()).add(cell);
        }
        return cells;
    }

    private void corrections() {
        correct(LocalDateTime.of(2025, 6, 25, 11, 5), PATIENT_REGISTER, YearMonth.of(2025, 4), 103);
        correct(LocalDateTime.of(2025, 9, 3, 15, 20), "region-skane", YearMonth.of(2025, 5), 97);
        correct(LocalDateTime.of(2025, 11, 24, 8, 10), LATE_REPORTER, LAST_MONTH, 112);
    }

    /** The reporter delivers a month again, with this percentage of the cataract operations that it counted first. */
    private void correct(LocalDateTime at, String reporter, YearMonth month, int percent) {
        List<CountedCell> corrected = cells(month).getOrDefault(reporter, List.of()).stream()
                .map(cell -> cell.procedure() == Procedure.CATARACT
                        ? cell.withCount(Math.ceilDiv(cell.count() * percent, 100))
                        : cell)
                .toList();
        acts.add(new Act.Deliver(at, reporter, month, corrected));
    }
}
