package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;
import static se.statsbidrag.secondcalculator.WorkedExample.HIP_REPLACEMENT;
import static se.statsbidrag.secondcalculator.WorkedExample.number;
import static se.statsbidrag.secondcalculator.WorkedExample.text;
import static se.statsbidrag.system.WorkedYear.PROGRAMME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.secondcalculator.QueueArrivals;
import se.statsbidrag.secondcalculator.WorkedExample;
import se.statsbidrag.secondcalculator.YearInLogs;

/** One real grant, played over REST from the first requisition to every region's money. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedExampleTest {
    private static final String PLAN = "/allocation/v1/programmes/" + PROGRAMME + "/plan";
    private static final String BALANCES = PLAN.replace("/plan", "/balances");
    private static final String REPORT = "/reporting/v1/programmes/" + PROGRAMME + "/government-reports/final";
    private static final String IN_SUMMER = "2025-07-01T12:00:00+02:00";
    private static final long SEED = 20250602;
    private static final Map<String, String> POT_OF_COLUMN = Map.of(
            "block_1", "block-1",
            "block_2", "block-2",
            "remaining_hip_replacement", "remaining-hip-replacement",
            "remaining_prolapse", "remaining-prolapse",
            "remaining_cataract", "remaining-cataract");

    private RunningSystem system;
    private WorkedYearOverRest year;
    private JsonNode plan;
    private String planInSummer;

    @BeforeAll
    void playTheYear() {
        system = RunningSystem.fresh("worked-example");
        year = new WorkedYearOverRest(system);
        system.moveClocksTo("2025-05-05T09:00:00+02:00");
        year.requisitionsAndApprovals();
        year.scopes();
        system.moveClocksTo("2025-06-03T00:02:00+02:00");
        List<WorkedYear.Delivery> deliveries = WorkedYear.deliveries();
        List<WorkedYear.Delivery> spring = deliveries.stream()
                .filter(delivery -> delivery.month().getMonthValue() < 6)
                .toList();
        spring.forEach(year::deliver);
        system.moveClocksTo("2025-07-01T12:00:01+02:00");
        planInSummer = planAsOf(IN_SUMMER);
        system.moveClocksTo("2025-11-03T09:00:00+01:00");
        year.deliverAtOnce(deliveries.stream()
                .filter(delivery -> !spring.contains(delivery))
                .toList());
        system.moveClocksTo("2025-11-21T00:02:00+01:00");
        plan = system.plan();
    }

    @AfterAll
    void end() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void thePlanEqualsTheTableToTheKronaInEveryColumn() {
        assertThat(PlanDocument.amounts(plan)).isEqualTo(table());
        assertThat(plan.path("status").asText()).isEqualTo("FINAL");
    }

    @Test
    void whatOneRegionDidNotRequisitionIsReturnedAndTransferred() {
        assertThat(pot("block-1")).isEqualTo("CLOSED 100000000 = 95238095 + 0 + 0 + 4761905");
        assertThat(pot("block-2")).isEqualTo("CLOSED 397000000 = 207591680 + 0 + 189408320 + 0");
        assertThat(pot("remaining-hip-replacement")).isEqualTo("CLOSED 123115408 = 123115408 + 0 + 0 + 0");
    }

    @Test
    void thePlanOfSummerStaysAsItWasThen() throws Exception {
        JsonNode then = Rest.JSON.readTree(planInSummer);

        assertThat(then.path("status").asText()).isEqualTo("PRELIMINARY");
        assertThat(then.path("digest").asText())
                .isNotEqualTo(plan.path("digest").asText());
        assertThat(planAsOf(IN_SUMMER)).isEqualTo(planInSummer);
    }

    @Test
    void theReportToTheGovernmentHasTheFiguresOfThePlanAndTheBalancesOfItsInstant() throws Exception {
        String asOf = "?asOf=" + IN_SUMMER.replace("+", "%2B");
        JsonNode report = system.reporting().get(REPORT + asOf).orFail();
        Map<String, Long> earned = new TreeMap<>();
        Rest.JSON
                .readTree(planInSummer)
                .path("recipients")
                .forEach(recipient -> recipient.path("lines").forEach(line -> {
                    if (line.path("pot").asText().equals("block-2")) {
                        earned.put(
                                recipient.path("recipient").asText(),
                                line.path("amount").asLong());
                    }
                }));

        assertThat(column(report, "fulfilment-block-2", "region", "earned")).isEqualTo(earned);
        Map<String, Long> entitled = new TreeMap<>();
        system.allocation()
                .get(BALANCES + asOf)
                .orFail()
                .path("recipients")
                .forEach(each -> entitled.put(
                        each.path("recipient").asText(), each.path("entitled").asLong()));
        assertThat(column(report, "recipients", "recipient", "entitled")).isEqualTo(entitled);
    }

    private static Map<String, Long> column(JsonNode report, String section, String key, String value) {
        Map<String, Long> column = new TreeMap<>();
        report.path("sections").forEach(each -> {
            if (each.path("id").asText().equals(section)) {
                each.path("rows")
                        .forEach(row -> column.put(
                                row.path(key).asText(), row.path(value).asLong()));
            }
        });
        return column;
    }

    /** A price changes no share, only what operations earn: that is known to the plan alone. */
    @Test
    void whatAProposedPriceWouldMeanForEveryRegionIsSaidBeforeItIsPutInForce() {
        String versions = "/requisition/v1/programmes/" + PROGRAMME + "/versions";
        Rest officer = system.requisition().as("officer-1");
        JsonNode newest = officer.get(versions).orFail().path("versions").path(0);
        ObjectNode definition = officer.get(
                        versions + "/" + newest.path("version").asInt())
                .orFail()
                .path("definition")
                .deepCopy();
        definition.put("version", definition.path("version").asInt() + 1);
        ((ObjectNode) definition.at("/pots/1/key/rates/CATARACT")).put("amount", 18_000);
        int proposed = officer.post(versions + "?reason=Annat%20pris", definition)
                .orFail()
                .path("version")
                .asInt();

        JsonNode differences =
                officer.get(versions + "/" + proposed + "/differences").orFail();

        officer.post(versions + "/" + proposed + "/return", Map.of("reason", "Det var ett prov"))
                .orFail();
        assertThat(differences.at("/total/difference").asLong()).isZero();
        Map<String, Long> due = new TreeMap<>();
        plan.path("recipients")
                .forEach(each -> due.put(
                        each.path("recipient").asText(), each.path("total").asLong()));
        assertThat(differences.at("/plan/recipients")).isNotEmpty().allSatisfy(each -> {
            assertThat(each.path("before").asLong())
                    .isEqualTo(due.get(each.path("recipient").asText()));
            assertThat(each.path("after").asLong() - each.path("before").asLong())
                    .isEqualTo(each.path("difference").asLong())
                    .isEqualTo(each.path("pots")
                            .valueStream()
                            .mapToLong(pot -> pot.path("difference").asLong())
                            .sum());
        });
        JsonNode sum = differences.at("/plan/sum");
        assertThat(sum.path("recipients").asLong()
                        + sum.path("remaining").asLong()
                        + sum.path("returned").asLong())
                .isEqualTo(sum.path("appropriated").asLong());
        assertThat(differences
                        .at("/plan/recipients")
                        .valueStream()
                        .mapToLong(each -> each.path("difference").asLong())
                        .sum())
                .isEqualTo(sum.path("recipients").asLong());
    }

    @Test
    void everyLeafOfAnExplanationIsARecordedEventOrADatedParameter() {
        Map<String, List<RecordedEvent>> logs = Map.of(
                RunningSystem.REQUISITIONS, system.events(RunningSystem.REQUISITIONS),
                RunningSystem.OPERATIONS, system.events(RunningSystem.OPERATIONS));
        List<RecordedEvent> cited = new ArrayList<>();
        collectEvents(system.allocation().get(PLAN + "/14/explanation").orFail(), logs, cited);

        List<RecordedEvent> deliveries = cited.stream()
                .filter(event -> event.type().equals("operations-reported"))
                .distinct()
                .toList();
        assertThat(cited)
                .anyMatch(event -> event.type().equals("requisition-approved")
                        && event.stream().value().endsWith("/14"));
        assertThat(hipReplacementsOf("14", deliveries)).isEqualTo(118);
    }

    private static long hipReplacementsOf(String region, List<RecordedEvent> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> YearInLogs.delivery(delivery.payload()).cells().stream())
                .filter(cell ->
                        cell.homeRegion().equals(region) && cell.procedure().equals(HIP_REPLACEMENT))
                .mapToLong(QueueArrivals.Cell::count)
                .sum();
    }

    @Test
    void theLogsReplayedIntoAnEmptyDatabaseGiveTheSamePlanAndExplanation() {
        String explanation = explanations();
        system.emptyAllocationDatabase();

        JsonNode rebuilt = system.plan();

        assertThat(rebuilt.path("digest")).isEqualTo(plan.path("digest"));
        assertThat(PlanDocument.amounts(rebuilt)).isEqualTo(table());
        assertThat(explanations()).isEqualTo(explanation);
        assertThat(planAsOf(IN_SUMMER)).isEqualTo(planInSummer);
    }

    @Test
    void deliveriesRepeatedReorderedAndCorrectedBackAndForthGiveTheSameDigest() {
        try (RunningSystem another = RunningSystem.fresh("disordered-year")) {
            WorkedYearOverRest disordered = new WorkedYearOverRest(another);
            Random random = new Random(SEED);
            List<WorkedYear.Delivery> deliveries = new ArrayList<>(WorkedYear.deliveries());
            another.moveClocksTo("2025-05-20T09:00:00+02:00");
            disordered.requisition("10");
            disordered.requisitionsAndApprovals();
            disordered.withdraw("10");
            another.moveClocksTo("2025-11-03T09:00:00+01:00");
            disordered.scopes();
            Collections.shuffle(deliveries, random);
            disordered.deliverAtOnce(
                    deliveries.stream().map(WorkedYear.Delivery::wrong).toList());
            Collections.shuffle(deliveries, random);
            deliveries.forEach(disordered::deliver);
            deliveries.subList(0, 8).forEach(delivery -> {
                disordered.deliver(delivery.wrong());
                disordered.deliver(delivery);
                assertThat(disordered.deliver(delivery)).isEqualTo("UNCHANGED");
            });
            another.moveClocksTo("2025-11-21T00:02:00+01:00");

            JsonNode same = another.plan();

            assertThat(PlanDocument.amounts(same)).isEqualTo(table());
            assertThat(same.path("digest")).isEqualTo(plan.path("digest"));
        }
    }

    private String planAsOf(String instant) {
        String encoded = instant.replace("+", "%2B");
        return RunningSystem.answered(
                        "the plan as of " + instant, () -> system.allocation().get(PLAN + "?asOf=" + encoded))
                .text();
    }

    private String explanations() {
        StringBuilder all = new StringBuilder();
        for (Map<String, String> row : WorkedExample.rows()) {
            String path = PLAN + "/" + text(row, "county_code") + "/explanation";
            Rest.Answer answer = system.allocation().get(path);
            answer.orFail();
            all.append(answer.text()).append('\n');
        }
        return all.toString();
    }

    private static void collectEvents(JsonNode node, Map<String, List<RecordedEvent>> logs, List<RecordedEvent> found) {
        if (node.path("log").isTextual() && node.path("position").isNumber()) {
            List<RecordedEvent> log = logs.getOrDefault(node.path("log").asText(), List.of());
            int position = node.path("position").asInt();
            assertThat(position).as(node.toString()).isBetween(1, log.size());
            found.add(log.get(position - 1));
        }
        node.forEach(child -> collectEvents(child, logs, found));
    }

    /** By region and column, as the table has them. */
    private static Map<String, Map<String, Long>> table() {
        Map<String, Map<String, Long>> table = new TreeMap<>();
        for (Map<String, String> row : WorkedExample.rows()) {
            Map<String, Long> columns = new TreeMap<>();
            POT_OF_COLUMN.forEach((column, pot) -> columns.put(pot, number(row, column)));
            columns.put("total", number(row, "total"));
            table.put(text(row, "county_code"), columns);
        }
        return table;
    }

    private String pot(String name) {
        for (JsonNode pot : plan.path("pots")) {
            if (pot.path("pot").asText().equals(name)) {
                return "%s %d = %d + %d + %d + %d"
                        .formatted(
                                pot.path("status").asText(),
                                pot.path("amount").asLong(),
                                pot.path("distributed").asLong(),
                                pot.path("remaining").asLong(),
                                pot.path("transferred").asLong(),
                                pot.path("returned").asLong());
            }
        }
        return "none";
    }
}
