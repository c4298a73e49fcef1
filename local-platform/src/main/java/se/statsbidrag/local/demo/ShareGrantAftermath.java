package se.statsbidrag.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What comes after the payments of a share grant: who plans activities books their costs; county by county all report what
 * they used, but for one that is late and, among many, one that never does; what was not used or not reported on is claimed,
 * partly waived where the rules let it be, and paid back; and the agency accounts for it all.
 */
final class ShareGrantAftermath {
    private static final LocalTime MORNING = LocalTime.of(10, 40);
    private static final int MANY = 100;
    private static final int EACH_WITH_REST = 53;

    private final ShareGrant grant;
    private final List<Act> acts = new ArrayList<>();

    private ShareGrantAftermath(ShareGrant grant) {
        this.grant = grant;
    }

    /** The acts, in no order. */
    static List<Act> of(ShareGrant grant) {
        ShareGrantAftermath script = new ShareGrantAftermath(grant);
        script.activities();
        script.reports();
        script.claims();
        script.acts.add(new MoneyAct.GiveBack(LocalDateTime.of(2026, 6, 15, 10, 0), grant.programme(), "KK-2026-1"));
        script.survey();
        grant.reports()
                .forEach(each -> script.acts.add(
                        new Act.ReportToGovernment(each.by().atTime(MORNING), grant.programme(), each.report())));
        return script.acts;
    }

    private void activities() {
        if (!grant.planner().isEmpty()) {
            String planner = grant.planner();
            acts.add(new FollowUpAct.WriteActivityPlan(
                    grant.lastDay().plusDays(40).atTime(MORNING), grant.programme(), planner));
            acts.add(new FollowUpAct.MoveMoney(
                    grant.lastDay().plusDays(170).atTime(MORNING), grant.programme(), planner, 250_000));
            acts.add(new FollowUpAct.BookCosts(
                    grant.lastDay().plusDays(200).atTime(MORNING), grant.programme(), planner, 98));
        }
    }

    private void reports() {
        List<String> taking = taking();
        Set<String> apart = new HashSet<>(rest());
        apart.addAll(never());
        String late = taking.get(4);
        apart.add(late);
        LocalDate day = grant.reportsFrom().plusDays(8);
        for (List<String> county : new TreeMap<>(taking.stream()
                        .filter(recipient -> !apart.contains(recipient))
                        .collect(Collectors.groupingBy(recipient -> recipient.substring(0, 2))))
                .values()) {
            acts.add(new FollowUpAct.Report(day.atTime(MORNING), grant.programme(), county, 100));
            day = day.plusDays(1);
        }
        if (!rest().isEmpty()) {
            acts.add(new FollowUpAct.Report(day.atTime(MORNING), grant.programme(), rest(), 95));
        }
        acts.add(new FollowUpAct.AcceptReports(grant.reportsBy().minusDays(1).atTime(MORNING), grant.programme()));
        acts.add(new FollowUpAct.Report(
                grant.reportsBy().plusDays(4).atTime(MORNING), grant.programme(), List.of(late), 100));
        acts.add(new FollowUpAct.AcceptReports(grant.reportsBy().plusDays(5).atTime(MORNING), grant.programme()));
    }

    /** Counties answer for their region and municipalities in time, but for one that is late and one that never does. */
    private void survey() {
        LocalDate by = grant.surveyBy();
        if (by != null) {
            List<String> counties = List.copyOf(grant.byCounty().keySet());
            acts.add(new FollowUpAct.AnswerSurvey(
                    by.minusDays(5).atTime(MORNING), grant.programme(), counties.subList(2, counties.size())));
            acts.add(new FollowUpAct.AnswerSurvey(
                    by.plusDays(4).atTime(MORNING), grant.programme(), counties.subList(1, 2)));
        }
    }

    /** What was paid too much is claimed and back before what others left is handed out, all else after the reports. */
    private void claims() {
        String programme = grant.programme();
        ShareGrant.Recipient lowers = ShareGrantScript.lowers(grant);
        if (lowers != null) {
            LocalDate day = grant.lastDay().plusDays(3);
            claim(day, Set.of(lowers.code()), Set.of());
            acts.add(new MoneyAct.PayInvoices(day.plusDays(15).atTime(MORNING), programme, Set.of()));
        }
        Set<String> claimed = new HashSet<>(rest());
        claimed.addAll(never());
        if (!grant.planner().isEmpty()) {
            claimed.add(grant.planner());
        }
        LocalDate day = grant.reportsBy().plusDays(6);
        Set<String> waived = !grant.waiver()
                ? Set.of()
                : grant.planner().isEmpty() ? Set.of(rest().getFirst()) : Set.of(grant.planner());
        claim(day, claimed, waived);
        acts.add(new MoneyAct.PayInvoices(day.plusDays(20).atTime(MORNING), programme, never()));
        if (!never().isEmpty()) {
            acts.add(new MoneyAct.PayInvoices(day.plusDays(60).atTime(MORNING), programme, Set.of()));
        }
    }

    private void claim(LocalDate day, Set<String> recipients, Set<String> waived) {
        acts.add(new MoneyAct.ProposeClaims(day.atTime(MORNING), grant.programme(), recipients));
        acts.add(new MoneyAct.AnswerClaims(day.plusDays(5).atTime(MORNING), grant.programme()));
        acts.add(new MoneyAct.DecideClaims(day.plusDays(7).atTime(MORNING), grant.programme(), waived));
    }

    private List<String> taking() {
        return ShareGrantScript.taking(grant).stream()
                .map(ShareGrant.Recipient::code)
                .toList();
    }

    /** Those who have not used all. */
    private List<String> rest() {
        List<String> taking = taking();
        List<String> rest = new ArrayList<>();
        for (int place = 6; place < taking.size(); place += EACH_WITH_REST) {
            rest.add(taking.get(place));
        }
        return rest;
    }

    /** Where there are many, one never reports. */
    private Set<String> never() {
        return taking().size() > MANY ? Set.of(taking().get(MANY)) : Set.of();
    }
}
