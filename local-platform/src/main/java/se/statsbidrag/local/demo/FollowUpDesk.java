package se.statsbidrag.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries out what recipients plan, use and report, and what the agency says of it. */
final class FollowUpDesk {
    private static final String WRITTEN = "Påhittad redovisning i demonstrationen.";
    private static final String COMPLETE = "Fullständig.";
    private static final String INCOMPLETE = "Beskriv hur resultaten förhåller sig till syftet.";
    private static final String MOVED = "Färre vårddygn än väntat.";
    private static final long NOT_PLANNED = 134;
    private static final LocalDate COST_DAY = LocalDate.of(2025, 9, 30);
    private static final int MOST = 1000;

    private final Stage stage;
    private final Map<String, JsonNode> asked = new HashMap<>();

    FollowUpDesk(Stage stage) {
        this.stage = stage;
    }

    void perform(FollowUpAct act) {
        switch (act) {
            case FollowUpAct.WriteActivityPlan it -> plan(it);
            case FollowUpAct.BookCosts it -> book(it);
            case FollowUpAct.MoveMoney it ->
                stage.post(
                        it.by(),
                        activityPlan(it.programme(), it.recipient(), "/moves"),
                        Map.of("from", "1", "to", "2", "amount", it.amount(), "reason", MOVED));
            case FollowUpAct.Report it -> report(it);
            case FollowUpAct.AnswerSurvey it -> answer(it);
            case FollowUpAct.ReturnReport it ->
                stage.post(
                        it.by(),
                        stage.reporting(it.programme(), "/follow-ups/" + it.recipient() + "/return"),
                        Map.of(
                                "reason",
                                INCOMPLETE,
                                "completeBy",
                                it.completeBy().toString()));
            case FollowUpAct.AcceptReports it -> accept(it);
        }
    }

    private void plan(FollowUpAct.WriteActivityPlan act) {
        long granted = stage.get(
                        Act.OFFICER, stage.allocation(act.programme(), "/balances/" + act.recipient() + stage.after()))
                .path("decided")
                .asLong();
        long planned = granted - NOT_PLANNED;
        List<Map<String, Object>> activities = new ArrayList<>();
        activities.add(activity("1", "Vårdhotell", planned - planned / 2 - planned / 3, "3"));
        activities.add(activity("2", "Hyrpersonal till operation", planned / 2, "5"));
        activities.add(activity("3", "Produktionsplanering", planned / 3, "8"));
        stage.put(act.by(), activityPlan(act.programme(), act.recipient(), ""), Map.of("activities", activities));
    }

    private static Map<String, Object> activity(String id, String name, long amount, String point) {
        return Map.of("id", id, "name", name, "unit", "Kirurgi", "amount", amount, "points", List.of(point));
    }

    private void book(FollowUpAct.BookCosts act) {
        URI plan = activityPlan(act.programme(), act.recipient(), "");
        List<Map<String, Object>> costs = new ArrayList<>();
        stage.get(act.by(), plan)
                .path("activities")
                .forEach(activity -> costs.add(Map.of(
                        "activity",
                        activity.path("id").asText(),
                        "provider",
                        "Påhittad vårdgivare AB",
                        "amount",
                        activity.path("amount").asLong() * act.percent() / 100,
                        "day",
                        COST_DAY.toString(),
                        "voucher",
                        "V-" + activity.path("id").asText())));
        stage.post(act.by(), activityPlan(act.programme(), act.recipient(), "/costs"), Map.of("costs", costs));
    }

    private URI activityPlan(String programme, String recipient, String path) {
        return stage.reporting(programme, "/activity-plans/" + recipient + path);
    }

    private void report(FollowUpAct.Report act) {
        JsonNode followUp = asked.computeIfAbsent(
                act.programme(),
                programme -> stage.get(Act.OFFICER, stage.requisition(programme, ""))
                        .path("definition")
                        .path("followUp"));
        Map<String, Long> paid = new HashMap<>();
        stage.get(Act.OFFICER, stage.allocation(act.programme(), "/balances"))
                .path("recipients")
                .forEach(each -> paid.put(
                        each.path("recipient").asText(),
                        each.path("paid").asLong() - each.path("repaid").asLong()));
        boolean booked = followUp.hasNonNull("activityPlans");
        stage.get(Act.OFFICER, stage.reporting(act.programme(), "/follow-ups" + stage.after() + "&limit=1"));
        stage.each(act.recipients(), recipient -> {
            String representative = "representative-" + recipient;
            URI report = stage.reporting(act.programme(), "/follow-ups/" + recipient);
            long used = paid.getOrDefault(recipient, 0L) * act.percent() / 100;
            JsonNode costs = booked
                    ? stage.get(representative, report).path("suggested").path("used")
                    : MissingNode.getInstance();
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("used", costs.isNumber() ? costs.asLong() : used);
            content.put(
                    "parts",
                    followUp.path("parts")
                            .valueStream()
                            .map(part -> Map.of("part", part.path("part").asText(), "text", WRITTEN))
                            .toList());
            stage.put(representative, report, content);
            stage.post(representative, URI.create(report + "/submission"), Map.of("certified", true));
        });
    }

    /** Of each county's municipalities the last has told nothing. */
    private void answer(FollowUpAct.AnswerSurvey act) {
        JsonNode asked = stage.get(Act.OFFICER, stage.reporting(act.programme(), "/survey"));
        stage.each(act.counties(), county -> {
            String representative = "representative-" + county;
            stage.put(representative, survey(act, county, "region"), Map.of("text", WRITTEN));
            List<Map<String, String>> told = new ArrayList<>();
            asked.path("counties")
                    .valueStream()
                    .filter(each -> each.path("county").asText().equals(county))
                    .flatMap(each -> each.path("unheard").valueStream())
                    .forEach(each -> told.add(Map.of("municipality", each.asText(), "text", WRITTEN)));
            if (!told.isEmpty()) {
                told.removeLast();
            }
            stage.put(representative, survey(act, county, "rss"), Map.of("text", WRITTEN, "municipalities", told));
        });
    }

    private URI survey(FollowUpAct.AnswerSurvey act, String county, String respondent) {
        return stage.reporting(act.programme(), "/survey/" + county + "/" + respondent);
    }

    private void accept(FollowUpAct.AcceptReports act) {
        List<String> waiting = stage.get(
                        act.by(),
                        stage.reporting(
                                act.programme(), "/follow-ups" + stage.after() + "&state=SUBMITTED&limit=" + MOST))
                .path("followUps")
                .valueStream()
                .map(each -> each.path("recipient").asText())
                .toList();
        stage.each(
                waiting,
                recipient -> stage.post(
                        act.by(),
                        stage.reporting(act.programme(), "/follow-ups/" + recipient + "/acceptance"),
                        Map.of("reason", COMPLETE)));
    }
}
