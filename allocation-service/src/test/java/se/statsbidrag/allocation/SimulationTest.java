package se.statsbidrag.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.allocation.api.SimulationDocument;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.allocation.support.SignedIn;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EncodedEvent;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;

/** What assumed events would change is computed as if they had happened, and nothing of it stays. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {
    private static final String PROGRAMME = "assumed";
    private static final int YEAR = 2036;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Sources sources;

    @Inject
    EventCodec codec;

    private final PlanReader reader = new PlanReader(PROGRAMME);
    private GrantYear year;

    @BeforeAll
    void recordTheWorkedExample() {
        year = new GrantYear(sources, PROGRAMME, YEAR)
                .definitionInForce()
                .workedExample()
                .bothDeadlinesPassed();
    }

    @BeforeEach
    void awaitThePlan() {
        plan();
    }

    @Test
    void oneMoreRegionInTimeTakesFromTheRemainingFundsOfTheOthersAndNothingIsKept() {
        PlanDocument before = plan();
        long positions =
                sources.requisitions().position() + sources.operations().position();
        String missing = regionWithoutRequisition(before);

        SimulationDocument simulated = simulated(requisitionOf(missing));

        assertThat(simulated.digestBefore()).isEqualTo(before.digest());
        assertThat(simulated.digestAfter()).isNotEqualTo(before.digest());
        assertThat(simulated.statusBefore()).isEqualTo("FINAL");
        assertThat(simulated.statusAfter()).isEqualTo("FINAL");
        assertThat(simulated.basis()).isEqualTo(before.basis());
        assertThat(recipient(simulated, missing).difference()).isPositive();
        assertThat(simulated.recipients().stream().filter(each -> each.difference() < 0))
                .as("those who share what is left get less")
                .isNotEmpty();
        assertThat(simulated.recipients())
                .allMatch(each -> each.difference() == each.after() - each.before()
                        && each.lines().stream().allMatch(line -> line.difference() != 0)
                        && each.lines().stream()
                                        .mapToLong(SimulationDocument.Line::difference)
                                        .sum()
                                == each.difference());
        assertThat(simulated.pots()).hasSize(5);
        assertThat(simulated.sum().difference()).isZero();
        assertThat(simulated.sum().recipients()
                        + simulated.sum().remaining()
                        + simulated.sum().returned())
                .isZero();

        assertThat(plan()).isEqualTo(before);
        assertThat(sources.requisitions().position() + sources.operations().position())
                .isEqualTo(positions);
    }

    @Test
    void theSimulationIsWhatThePlanBecomesWhenItHappens() {
        GrantYear small = new GrantYear(sources, "assumed-then-true", 2037)
                .definitionInForce()
                .approved("01");
        PlanReader smallReader = new PlanReader("assumed-then-true");
        smallReader.plan(small.after());
        List<GrantEvent> delivery = List.of(new OperationsReported(
                GrantYear.REGISTER,
                YearMonth.of(2037, 3),
                1,
                Instant.parse("2037-04-10T11:00:00Z"),
                List.of(new OperationCell(
                        new RecipientCode("01"),
                        new RecipientCode("01"),
                        Provider.PUBLIC,
                        GrantYear.PROCEDURES.getFirst(),
                        3))));

        String assumed = simulate("assumed-then-true", delivery, "")
                .statusCode(200)
                .body("recipients", hasSize(1))
                .body("recipients[0].difference", equalTo(3 * 108_000))
                .extract()
                .path("digestAfter");
        small.deliversAgain(delivery.getFirst());

        assertThat(smallReader.plan(small.after()).digest()).isEqualTo(assumed);
    }

    @Test
    void allRecipientsAreThereOnRequest() {
        simulate(PROGRAMME, requisitionOf(regionWithoutRequisition(plan())), "?all=true")
                .statusCode(200)
                .body("recipients", hasSize(21))
                .body("recipients[0].lines", hasSize(5));
        simulate(PROGRAMME, requisitionOf("01"), "?all=yes").statusCode(422).body("faults[0].field", equalTo("all"));
    }

    @Test
    void aProposedDefinitionCanBeAssumedInForce() throws JsonProcessingException {
        Map<String, Object> definition = JSON.readValue(
                JSON.writeValueAsString(year.definition()), new TypeReference<HashMap<String, Object>>() {});
        definition.put("id", "never-in-force");
        simulate("never-in-force", ShippedDefinition.putInForce(definition), "")
                .statusCode(200)
                .body("digestBefore", nullValue())
                .body("sum.appropriated", equalTo(497_000_000))
                .body("sum.remaining", equalTo(497_000_000))
                .body("sum.difference", equalTo(0));
        simulate("never-in-force", ShippedDefinition.putInForce(definition).subList(0, 1), "")
                .statusCode(404);
        assertThat(ShippedDefinition.putInForce(definition).getFirst()).isInstanceOf(ProgrammeVersionProposed.class);
    }

    @Test
    void whatCannotBeReadIsNamedAllAtOnce() {
        simulate(PROGRAMME, """
                {"facts": [
                  {"type": "representative-approved", "data": {}},
                  {"type": "requisition-approved", "data": {"programme": "assumed", "recipient": "01", "submission": "1", "reason": ""}},
                  {"type": "requisition-approved", "data": {"programme": "assumed", "recipient": "one", "submission": 1, "reason": ""}},
                  {"type": "requisition-approved", "data": {"programme": "assumed", "recipient": "01", "submission": 1}},
                  {"type": "requisition-approved", "data": {"programme": "assumed", "recipient": "01", "submission": 1, "reason": "", "who": "me"}},
                  {"type": "requisition-approved"},
                  7
                ], "reason": "none"}""")
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "faults.field",
                        contains(
                                "reason",
                                "facts[0].type",
                                "facts[1].data.submission",
                                "facts[2].data.recipient",
                                "facts[3].data.reason",
                                "facts[4].data.who",
                                "facts[5].data",
                                "facts[6].type"));
        simulate(PROGRAMME, "{\"facts\": []}").statusCode(422).body("faults[0].field", equalTo("facts"));
        simulate(PROGRAMME, "{}").statusCode(422).body("faults[0].field", equalTo("facts"));
        simulate(PROGRAMME, "{\"facts\": ").statusCode(400);
        simulate(PROGRAMME, "{\"facts\": [" + "1,".repeat(1_000) + "1]}")
                .statusCode(422)
                .body("faults", hasSize(1));
        simulate("no-such-grant", requisitionOf("01"), "").statusCode(422);
    }

    @Test
    void whatMakesNoSenseIsNamedAllAtOnce() {
        simulate(PROGRAMME, """
                {"facts": [
                  {"type": "requisition-approved", "data": {"programme": "another", "recipient": "99", "submission": 1, "reason": ""}},
                  {"type": "requisition-approved", "data": {"programme": "assumed", "recipient": "01", "submission": 99, "reason": ""}},
                  {"type": "requisition-submitted", "data": {"programme": "assumed", "recipient": "01", "caseNumber": "", "receivedAt": "2036-05-12T10:00:00Z",
                    "content": {"amount": 5, "wantsRemainingFunds": true, "certified": true, "purposes": [], "plan": null}, "mandate": null}},
                  {"type": "deadline-extended", "data": {"programme": "assumed", "deadline": "midsummer", "dueDate": "2036-07-01", "reason": ""}},
                  {"type": "delivery-admitted", "data": {"programme": "assumed", "reporter": "patientregistret", "month": "2036-03", "revision": 9, "reason": ""}},
                  {"type": "operations-reported", "data": {"reporter": "patientregistret", "month": "2036-03", "revision": 9, "receivedAt": "2036-05-12T10:00:00Z",
                    "cells": [["99", "01", "PUBLIC", "CATARACT", 1], ["01", "01", "PUBLIC", "KNEE", 1]]}},
                  {"type": "tie-resolved", "data": {"programme": "assumed", "pot": "block-9", "tied": ["01"], "chosen": ["03"], "reason": ""}},
                  {"type": "programme-version-activated", "data": {"programme": "assumed", "version": 7, "definitionHash": "no such"}}
                ]}""")
                .statusCode(422)
                .body(
                        "faults.field",
                        contains(
                                "facts[0].data.programme",
                                "facts[0].data.recipient",
                                "facts[0].data.submission",
                                "facts[1].data.submission",
                                "facts[2].data.content.amount",
                                "facts[3].data.deadline",
                                "facts[4].data.revision",
                                "facts[5].data.revision",
                                "facts[5].data.cells[0]",
                                "facts[5].data.cells[1]",
                                "facts[6].data.pot",
                                "facts[6].data.chosen",
                                "facts[7].data"))
                .body("faults[12].fault", containsString("was not proposed"));
    }

    @Test
    void onlyThoseWhoWorkWithTheMoneyAsk() {
        for (String client : List.of("reader-1", "representative-23", "feed-patientregistret", "operator-1")) {
            given().header("Authorization", SignedIn.bearer(client))
                    .contentType("application/json")
                    .body("{}")
                    .post("/allocation/v1/programmes/" + PROGRAMME + "/plan/simulations")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void theExampleInTheDocumentationCanBeRead() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/openapi-examples/simulatePlan.request.json")) {
            for (var fact : JSON.readTree(Objects.requireNonNull(in)).path("facts")) {
                assertThat(codec.decode(
                                fact.path("type").asText(), 1, fact.path("data").toString()))
                        .isNotNull();
            }
        }
        try (InputStream in = getClass().getResourceAsStream("/openapi-examples/simulatePlan.200.json")) {
            SimulationDocument answer = JSON.readerFor(SimulationDocument.class).readValue(Objects.requireNonNull(in));
            assertThat(answer.sum().difference()).isZero();
            assertThat(answer.recipients().stream()
                            .mapToLong(SimulationDocument.Recipient::difference)
                            .sum())
                    .isEqualTo(answer.sum().recipients());
        }
    }

    /** Submitted in time, and approved; the requisition that it would be is the first of that region. */
    private List<GrantEvent> requisitionOf(String region) {
        ProgrammeId programme = new ProgrammeId(PROGRAMME);
        RecipientCode recipient = new RecipientCode(region);
        return List.of(
                new RequisitionSubmitted(
                        programme,
                        recipient,
                        "KV-" + region,
                        Instant.parse(YEAR + "-05-12T11:00:00Z"),
                        new RequisitionContent(null, true, true, List.of(), null),
                        null),
                new RequisitionApproved(programme, recipient, 1, "in order"));
    }

    private SimulationDocument simulated(List<GrantEvent> events) {
        return simulate(PROGRAMME, events, "").statusCode(200).extract().as(SimulationDocument.class);
    }

    private ValidatableResponse simulate(String programme, List<GrantEvent> events, String query) {
        List<String> facts = new ArrayList<>();
        for (GrantEvent event : events) {
            EncodedEvent encoded = codec.encode(event);
            facts.add("{\"type\": \"" + encoded.type() + "\", \"data\": " + encoded.payload() + "}");
        }
        return post(programme, "{\"facts\": [" + String.join(",", facts) + "]}", query);
    }

    private static ValidatableResponse simulate(String programme, String body) {
        return post(programme, body, "");
    }

    private static ValidatableResponse post(String programme, String body, String query) {
        return given().contentType("application/json")
                .body(body)
                .post("/allocation/v1/programmes/" + programme + "/plan/simulations" + query)
                .then();
    }

    private static SimulationDocument.Recipient recipient(SimulationDocument simulated, String code) {
        return simulated.recipients().stream()
                .filter(each -> each.recipient().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String regionWithoutRequisition(PlanDocument plan) {
        return plan.recipients().stream()
                .filter(each -> each.total() == 0)
                .map(PlanDocument.Recipient::recipient)
                .findFirst()
                .orElseThrow();
    }

    private PlanDocument plan() {
        return reader.plan(year.after());
    }
}
