package se.statsbidrag.secondcalculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions and years as the logs' texts hold them. */
class YearInLogsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORTER = "patientregistret";
    private static final String QUEUES = ShippedGrants.QUEUES;

    private final YearInLogs year = new YearInLogs();
    private final Map<String, Long> positions = new HashMap<>();
    private Instant now = Instant.parse("2025-02-01T00:00:00Z");

    @Test
    void theShippedDefinitionsStateTheFiguresOfTheSources() {
        assertThat(QueueDefinition.of(new DefinitionText(ShippedGrants.text(QUEUES)))
                        .grant())
                .isEqualTo(WorkedExample.grant());
        assertThat(shares(ShippedGrants.text(ShippedGrants.ACCESS)).grant()).isEqualTo(RealShareGrants.access());
        assertThat(shares(ShippedGrants.text(ShippedGrants.LOCAL_CARE)).grant())
                .isEqualTo(RealShareGrants.goodLocalCare());
    }

    @ParameterizedTest
    @ValueSource(strings = {ShippedGrants.QUEUES, ShippedGrants.ACCESS, ShippedGrants.LOCAL_CARE})
    void everyPotOfTheDefinitionIsInThePlanAndNothingIsLost(String programme) throws JsonProcessingException {
        inForce(programme, ShippedGrants.text(programme));

        SecondPlan plan = year.plan(programme, REPORTER);

        assertThat(plan.pots().keySet())
                .containsExactlyInAnyOrderElementsOf(JSON.readTree(ShippedGrants.text(programme))
                        .path("pots")
                        .findValuesAsText("id"));
        assertThat(plan.pots().values())
                .allMatch(pot ->
                        pot.amount() == pot.distributed() + pot.remaining() + pot.transferred() + pot.returned());
        assertThat(plan.complete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"WEIGHTED, OLD_VOLUMES", "requisition, purse", "regions-rural-remaining, regions-rural-more"})
    void aDefinitionOfAnotherFormIsRefusedRatherThanGuessedAt(String word, String other) {
        String text = ShippedGrants.text(ShippedGrants.LOCAL_CARE)
                .replace("\"type\":\"" + word + "\"", "\"type\":\"" + other + "\"")
                .replace("\"closedBy\":[\"" + word + "\"]", "\"closedBy\":[\"" + other + "\"]")
                .replace("\"derivedFrom\":\"regions-rural\"", "\"derivedFrom\":\"regions-population\"");

        assertThatThrownBy(() -> shares(text)).isInstanceOf(CannotCompute.class).hasMessageContaining("pot");
    }

    @Test
    void aLateDeliveryMovesMoneyOnceItIsAdmittedForThatGrant() {
        inForce(QUEUES, ShippedGrants.text(QUEUES));
        requisition(QUEUES, "01");
        deliver("2025-03", 1, "2025-04-10T08:00:00Z", 1);
        deliver("2025-03", 2, "2025-12-10T08:00:00Z", 3);
        assertThat(due("block-2", "01")).isEqualTo(108_000);

        tell(
                "operations",
                "delivery-admitted",
                Map.of("programme", "another", "reporter", REPORTER, "month", "2025-03", "revision", 2));
        assertThat(due("block-2", "01")).isEqualTo(108_000);

        tell(
                "operations",
                "delivery-admitted",
                Map.of("programme", QUEUES, "reporter", REPORTER, "month", "2025-03", "revision", 2));
        assertThat(due("block-2", "01")).isEqualTo(324_000);
    }

    @Test
    void anExtendedDayLetsInAndItsOldMarkIsVoid() {
        inForce(QUEUES, ShippedGrants.text(QUEUES));
        deadline("deadline-passed", "2025-06-02");
        now = Instant.parse("2025-06-05T08:00:00Z");
        requisition(QUEUES, "01");
        assertThat(pot("block-1").due("01")).isZero();
        assertThat(pot("block-1").closed()).isTrue();

        deadline("deadline-extended", "2025-06-10");

        assertThat(due("block-1", "01")).isEqualTo(4_761_905);
        assertThat(pot("block-1").closed()).isFalse();
        deadline("deadline-passed", "2025-06-10");
        assertThat(pot("block-1").closed()).isTrue();
    }

    @Test
    void aNewVersionWithAnotherDayOverridesAnExtension() {
        inForce(QUEUES, ShippedGrants.text(QUEUES));
        deadline("deadline-extended", "2025-06-10");
        now = Instant.parse("2025-06-05T08:00:00Z");
        requisition(QUEUES, "01");
        assertThat(due("block-1", "01")).isEqualTo(4_761_905);

        inForce(QUEUES, ShippedGrants.text(QUEUES).replace("2025-06-02", "2025-06-03"));

        assertThat(due("block-1", "01")).isZero();
    }

    @Test
    void whatItDoesNotKnowStopsIt() {
        inForce(QUEUES, ShippedGrants.text(QUEUES));
        assertThatThrownBy(() -> year.plan("no-such", REPORTER)).isInstanceOf(CannotCompute.class);

        tell("requisitions", "requisition-doubled", Map.of("programme", QUEUES));

        assertThatThrownBy(() -> year.plan(QUEUES, REPORTER))
                .isInstanceOf(CannotCompute.class)
                .hasMessageContaining("requisition-doubled");
    }

    @Test
    void aGapInALogIsRefused() {
        inForce(QUEUES, ShippedGrants.text(QUEUES));

        assertThatThrownBy(() -> year.read(new LogText("requisitions", 9, "requisition-doubled", 1, now, "{}")))
                .isInstanceOf(CannotCompute.class);
        assertThat(year.positions()).containsExactly(Map.entry("requisitions", 2L));
    }

    private static ShareDefinitionText shares(String text) {
        return ShareDefinitionText.of(new DefinitionText(text));
    }

    private QueueOutcome.Pot pot(String pot) {
        return Objects.requireNonNull(year.plan(QUEUES, REPORTER).pots().get(pot));
    }

    private long due(String pot, String recipient) {
        return pot(pot).due(recipient);
    }

    private void inForce(String programme, String definition) {
        tell(
                "requisitions",
                "programme-version-proposed",
                Map.of(
                        "programme",
                        programme,
                        "version",
                        1,
                        "definition",
                        definition,
                        "definitionHash",
                        "" + definition.hashCode()));
        tell(
                "requisitions",
                "programme-version-activated",
                Map.of("programme", programme, "version", 1, "definitionHash", "" + definition.hashCode()));
    }

    private void requisition(String programme, String recipient) {
        tell(
                "requisitions",
                "requisition-submitted",
                Map.of(
                        "programme",
                        programme,
                        "recipient",
                        recipient,
                        "receivedAt",
                        now.toString(),
                        "content",
                        Map.of()));
        tell(
                "requisitions",
                "requisition-approved",
                Map.of("programme", programme, "recipient", recipient, "submission", positions.get("requisitions")));
    }

    private void deliver(String month, int revision, String receivedAt, int hipReplacements) {
        tell(
                "operations",
                "operations-reported",
                Map.of(
                        "reporter", REPORTER,
                        "month", month,
                        "revision", revision,
                        "receivedAt", receivedAt,
                        "cells", List.of(List.of("01", "03", "PUBLIC", "HIP_REPLACEMENT", hipReplacements))));
    }

    private void deadline(String type, String day) {
        tell("requisitions", type, Map.of("programme", QUEUES, "deadline", "requisition", "dueDate", day));
    }

    /** Each event is the only one of its stream, but for its version, which is its position. */
    private void tell(String log, String type, Map<String, Object> says) {
        ObjectNode payload = JSON.valueToTree(says);
        long position = positions.merge(log, 1L, Long::sum);
        now = now.plusSeconds(1);
        year.read(new LogText(log, position, type, position, now, payload.toString()));
    }
}
