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
import java.util.Set;
import java.util.SortedMap;

/**
 * Everything that happens in a demonstration year, in order: last year's counts; reporters; requisitions, of which one is
 * changed and one withdrawn and made again; monthly deliveries; two corrections; one delivery after the cut-off that is let
 * in; decisions and payments, of which one is rejected; reports, claims and repayments; and the agency's account.
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

    /** The bank rejects its first payment. */
    static final String REJECTED_REGION = "06";

    /** Its report is returned to be completed. */
    static final String RETURNED_REGION = "12";

    /** Its report is late. */
    static final String LATE_REGION = "25";

    /** They have not used all; the last of them pays its invoice late. */
    static final List<String> UNUSED = List.of("19", "07");

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
        script.money();
        script.followUp();
        script.acts.add(new Act.Pass(LocalDateTime.of(2026, 9, 30, 12, 0)));
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

    /**
     * What is requisitioned is decided when all have been approved, what was earned when the last counts are in, what a late
     * delivery and remaining funds add to it in a third decision. The bank rejects one payment, which is ordered anew.
     */
    private void money() {
        String programme = data.setting("programme");
        acts.add(new MoneyAct.SetPaymentDetails(LocalDateTime.of(2025, 2, 24, 10, 0), programme));
        acts.add(new MoneyAct.DrawFrame(LocalDateTime.of(2025, 6, 11, 9, 0), programme));
        acts.add(new Act.Decide(
                LocalDateTime.of(2025, 6, 16, 13, 0),
                programme,
                List.of(data.setting("first-pot")),
                Act.Decide.REQUISITIONED));
        pay(LocalDate.of(2025, 6, 17), Set.of(REJECTED_REGION));
        acts.add(new MoneyAct.ChangePaymentDetails(LocalDateTime.of(2025, 6, 18, 9, 30), programme, REJECTED_REGION));
        pay(LocalDate.of(2025, 6, 18), Set.of());
        acts.add(new MoneyAct.BookOwnCost(
                LocalDateTime.of(2025, 10, 15, 10, 0), programme, 2_600_000, "V-1", "Handläggning och uppföljning"));
        acts.add(new Act.Decide(
                LocalDateTime.of(2025, 11, 21, 13, 0),
                programme,
                List.of(data.setting("earned-pot")),
                Act.Decide.EARNED));
        pay(LocalDate.of(2025, 11, 25), Set.of());
        acts.add(new Act.AdmitDelivery(LocalDateTime.of(2025, 11, 26, 9, 0), programme, LATE_REPORTER));
        acts.add(
                new Act.Decide(LocalDateTime.of(2025, 11, 27, 13, 0), programme, List.of(), Act.Decide.LEFT_BY_OTHERS));
        if (regime != Regime.ALL_CAPPED) {
            pay(LocalDate.of(2025, 11, 28), Set.of());
        }
        acts.add(new MoneyAct.BookOwnCost(
                LocalDateTime.of(2025, 12, 15, 10, 0), programme, -100_000, "V-2", "Rättelse av V-1"));
    }

    private void pay(LocalDate day, Set<String> rejected) {
        acts.add(new MoneyAct.OrderPayments(day.atTime(10, 0), data.setting("programme")));
        acts.add(new MoneyAct.BankAnswers(day.atTime(16, 0), data.setting("programme"), rejected));
    }

    /** One report is returned and completed, one is late; two tell of money that was not used, and one of them pays late. */
    private void followUp() {
        String programme = data.setting("programme");
        List<String> all = data.regions().stream()
                .map(DemonstrationRegion::code)
                .filter(code -> regime != Regime.MISSING_REGION || !code.equals(data.setting("missing-region")))
                .filter(code -> !code.equals(LATE_REGION) && !UNUSED.contains(code))
                .toList();
        acts.add(new FollowUpAct.Report(LocalDateTime.of(2026, 2, 3, 10, 0), programme, all, 100));
        acts.add(new FollowUpAct.Report(LocalDateTime.of(2026, 2, 10, 10, 0), programme, UNUSED, 97));
        acts.add(new FollowUpAct.ReturnReport(
                LocalDateTime.of(2026, 2, 16, 9, 0), programme, RETURNED_REGION, LocalDate.of(2026, 3, 6)));
        acts.add(
                new FollowUpAct.Report(LocalDateTime.of(2026, 2, 24, 11, 0), programme, List.of(RETURNED_REGION), 100));
        acts.add(new FollowUpAct.AcceptReports(LocalDateTime.of(2026, 2, 25, 13, 0), programme));
        acts.add(new FollowUpAct.Report(LocalDateTime.of(2026, 3, 3, 10, 0), programme, List.of(LATE_REGION), 100));
        acts.add(new FollowUpAct.AcceptReports(LocalDateTime.of(2026, 3, 4, 13, 0), programme));
        acts.add(new MoneyAct.ProposeClaims(LocalDateTime.of(2026, 3, 5, 10, 0), programme, Set.copyOf(UNUSED)));
        acts.add(new MoneyAct.AnswerClaims(LocalDateTime.of(2026, 3, 10, 10, 0), programme));
        acts.add(new MoneyAct.DecideClaims(LocalDateTime.of(2026, 3, 12, 10, 0), programme, Set.of()));
        acts.add(new MoneyAct.PayInvoices(LocalDateTime.of(2026, 3, 24, 16, 0), programme, Set.of(UNUSED.getLast())));
        acts.add(new MoneyAct.GiveBack(LocalDateTime.of(2026, 3, 30, 10, 0), programme, "KK-2026-1"));
        acts.add(new Act.ReportToGovernment(LocalDateTime.of(2026, 3, 31, 10, 0), programme, "final"));
        acts.add(new MoneyAct.PayInvoices(LocalDateTime.of(2026, 4, 27, 16, 0), programme, Set.of()));
        acts.add(new MoneyAct.GiveBack(LocalDateTime.of(2026, 5, 6, 10, 0), programme, "KK-2026-2"));
    }

    /** Each month's counts, and the report that the agency makes of them. */
    private void deliveries() {
        for (int month = 1; month <= LAST_MONTH.getMonthValue(); month++) {
            YearMonth past = YEAR.atMonth(month);
            LocalDateTime at = past.plusMonths(1).atDay(14).atTime(7, 45);
            cells(past).forEach((reporter, cells) -> acts.add(new Act.Deliver(at, reporter, past, cells)));
            if (!past.isBefore(SCOPES_FROM)) {
                acts.add(new Act.ReportToGovernment(
                        past.plusMonths(1).atDay(21).atTime(OFFICE_HOUR), data.setting("programme"), "monthly"));
            }
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
