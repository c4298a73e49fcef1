package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.secondcalculator.InOneForm;
import se.statsbidrag.secondcalculator.LogText;
import se.statsbidrag.secondcalculator.QueueGrant;
import se.statsbidrag.secondcalculator.QueueOutcome;
import se.statsbidrag.secondcalculator.QueueYear;
import se.statsbidrag.secondcalculator.SecondCalculator;
import se.statsbidrag.secondcalculator.ShareCalculator;
import se.statsbidrag.secondcalculator.ShareGrant;
import se.statsbidrag.secondcalculator.ShareOutcome;
import se.statsbidrag.secondcalculator.WorkedExample;
import se.statsbidrag.secondcalculator.YearInLogs;

/** A plan as the REST contract has it. */
final class PlanDocument {
    private PlanDocument() {}

    static InOneForm inOneForm(JsonNode plan) {
        InOneForm form = new InOneForm().complete(plan.path("status").asText().equals("FINAL"));
        for (JsonNode pot : plan.path("pots")) {
            form.pot(
                    pot.path("pot").asText(),
                    pot.path("status").asText().equals("CLOSED"),
                    pot.path("amount").asLong(),
                    pot.path("distributed").asLong(),
                    pot.path("remaining").asLong(),
                    pot.path("transferred").asLong(),
                    pot.path("returned").asLong());
        }
        amounts(plan).forEach((region, columns) -> {
            Map<String, Long> lines = new TreeMap<>(columns);
            Long total = lines.remove("total");
            form.region(region, lines, total == null ? -1 : total);
        });
        return form;
    }

    /** By region, what it gets from each pot, and in {@code total}. */
    static Map<String, Map<String, Long>> amounts(JsonNode plan) {
        Map<String, Map<String, Long>> amounts = new TreeMap<>();
        for (JsonNode recipient : plan.path("recipients")) {
            Map<String, Long> columns = new TreeMap<>();
            for (JsonNode line : recipient.path("lines")) {
                columns.put(line.path("pot").asText(), line.path("amount").asLong());
            }
            columns.put("total", recipient.path("total").asLong());
            amounts.put(recipient.path("recipient").asText(), columns);
        }
        return amounts;
    }

    /** What the second calculator makes of the logs, which is what the plan must say. */
    static QueueOutcome assertAgreesWithTheSecondCalculator(RunningSystem system) {
        JsonNode plan = system.plan();
        QueueGrant grant = WorkedExample.grant();
        QueueYear year = read(system).queueYear(WorkedYear.PROGRAMME, WorkedYear.PATIENT_REGISTER);
        QueueOutcome outcome = SecondCalculator.compute(grant, year);
        assertThat(InOneForm.differences(inOneForm(plan), InOneForm.of(outcome, grant)))
                .as("the plan but the second calculator")
                .isEmpty();
        assertConfirmed(system, WorkedYear.PROGRAMME);
        return outcome;
    }

    /** The same of a share grant. */
    static ShareOutcome assertAgreesWithTheSecondCalculator(RunningSystem system, String programme, ShareGrant grant) {
        JsonNode plan = system.plan(programme);
        ShareOutcome outcome = ShareCalculator.compute(grant, read(system).shareYear(programme));
        assertThat(InOneForm.differences(
                        inOneForm(plan),
                        InOneForm.of(outcome, List.copyOf(amounts(plan).keySet()))))
                .as("the plan of %s but the second calculator", programme)
                .isEmpty();
        assertConfirmed(system, programme);
        return outcome;
    }

    /** The service's own second opinion, which reads the definition's text too. */
    private static void assertConfirmed(RunningSystem system, String programme) {
        JsonNode opinion = system.allocation()
                .get("/allocation/v1/programmes/" + programme + "/plan/second-opinion")
                .orFail();
        assertThat(opinion.path("outcome").asText()).as("%s", opinion).isEqualTo("CONFIRMED");
    }

    private static YearInLogs read(RunningSystem system) {
        YearInLogs year = new YearInLogs();
        system.logs()
                .forEach(log -> log.forEach(event -> year.read(new LogText(
                        event.log(),
                        event.position(),
                        event.type(),
                        event.version(),
                        event.recordedAt(),
                        event.payload()))));
        return year;
    }
}
