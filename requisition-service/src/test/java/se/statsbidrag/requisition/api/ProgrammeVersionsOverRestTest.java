package se.statsbidrag.requisition.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.AmendedDefinition;

/** One story of a programme that no other test knows: proposed, put in force by another, amended, returned. */
@QuarkusTest
@RunningService
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "drafts"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProgrammeVersionsOverRestTest {
    private static final String PROGRAMME = "another-grant-2026";
    private static final String VERSIONS = Calls.PROGRAMMES + "/" + PROGRAMME + "/versions";
    private static final String COLLEAGUE = "officer-2";

    @Inject
    EventLog log;

    @Inject
    @Identifier("refusals") EventLog refusals;

    private static ValidatableResponse propose(String text, String reason) {
        return Calls.asOfficer()
                .contentType("application/yaml")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .queryParam("reason", reason)
                .post(VERSIONS)
                .then();
    }

    private static ValidatableResponse act(String client, String version, String act) {
        return Calls.json(Calls.as(client), Calls.REASON)
                .post(VERSIONS + "/" + version + "/" + act)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return Calls.asOfficer().get(VERSIONS + path).then();
    }

    @Test
    @Order(0)
    void aDefinitionThatIsTooLargeIsRefusedAndOneOfTooManyValuesIsToldSo() {
        long before = log.head().position();

        propose("# " + "x".repeat(1024 * 1024), "")
                .statusCode(413)
                .body("detail", containsString("1048576"))
                .body("action", containsString("reference data"));
        propose("values:\n" + "- 1\n".repeat(60_000), "")
                .statusCode(422)
                .body("faults[0].row", equalTo(50_000))
                .body("faults[0].field", equalTo("values[49998]"));

        assertThat(log.head().position()).isEqualTo(before);
    }

    @Test
    @Order(1)
    void aNewProgrammeIsProposedAndRulesNothing() {
        get("").statusCode(404).body("action", containsString("korta-vardkoerna-2025"));

        Response proposed = propose(AmendedDefinition.of(PROGRAMME, 1), "")
                .statusCode(202)
                .body("state", equalTo("PROPOSED"))
                .body("version", equalTo(1))
                .body("proposed.person", equalTo(Calls.subject(Calls.OFFICER)))
                .extract()
                .response();
        propose(AmendedDefinition.of(PROGRAMME, 1), "").statusCode(200).body("position", equalTo((Object)
                proposed.path("position")));

        Calls.asOfficer().get(Calls.PROGRAMMES + "/" + PROGRAMME).then().statusCode(404);
        get("/1/differences")
                .statusCode(200)
                .body("against", nullValue())
                .body("fields", hasSize(0))
                .body("total.after", equalTo(100_000_000));
        Calls.asOfficer()
                .queryParam("after", Calls.position(proposed))
                .queryParam("wait", 10)
                .get("/requisition/v1/proposals")
                .then()
                .body("proposals.find { it.act == 'programme-version' }.content.programme", equalTo(PROGRAMME));
    }

    @Test
    @Order(2)
    void whoProposedItDoesNotPutItInForceAndTheAttemptIsRecordedAmongRefusals() {
        act(Calls.OFFICER, "1", "activation").statusCode(409).body("type", equalTo("/problems/second-person"));

        await().untilAsserted(() -> assertThat(refusals.readAfter(0, 1000))
                .extracting(RecordedEvent::payload)
                .anyMatch(payload -> payload.contains("second-person") && payload.contains("/versions/1/activation")));
    }

    @Test
    @Order(3)
    void anotherPersonPutsItInForce() {
        Calls.json(Calls.as(COLLEAGUE), "{}")
                .post(VERSIONS + "/1/activation")
                .then()
                .statusCode(422)
                .body("faults.field", contains("reason"));
        act(COLLEAGUE, "1", "activation")
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("activated.person", equalTo(Calls.subject(COLLEAGUE)));

        Calls.asOfficer()
                .get(Calls.PROGRAMMES + "/" + PROGRAMME)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        act(COLLEAGUE, "1", "activation").statusCode(409).body("detail", containsString("IN_FORCE"));
    }

    @Test
    @Order(4)
    void aChangeAfterTheStartNeedsAReasonAndANumberOfItsOwn() {
        propose(AmendedDefinition.withMore(PROGRAMME, 1), "")
                .statusCode(422)
                .body("faults.field", contains("reason", "version"));
        propose(AmendedDefinition.withMore("a-third-grant", 2), "Nytt beslut")
                .statusCode(422)
                .body("faults.field", contains("id"));
    }

    @Test
    @Order(5)
    void whatItWouldChangeIsShownFieldByFieldAndInKronor() {
        propose(AmendedDefinition.withMore(PROGRAMME, 2), "Regeringen har ändrat beslutet")
                .statusCode(202);

        get("/2/differences")
                .statusCode(200)
                .body("against", equalTo(1))
                .body("reason", equalTo("Regeringen har ändrat beslutet"))
                .body("fields.path", hasItems("version", "pots[block-1].amount", "ownCost.amount"))
                .body("fields.find { it.path == 'pots[block-1].amount' }.before", equalTo(100_000_000))
                .body("fields.find { it.path == 'pots[block-1].amount' }.after", equalTo(100_000_021))
                .body("pots[0].pot", equalTo("block-1"))
                .body("pots[0].difference", equalTo(21))
                .body("pots[0].recipients", hasSize(21))
                .body("recipients.difference.sum()", equalTo(21))
                .body("total.difference", equalTo(21));
        get("/2").body("definition.pots[0].amount", equalTo(100_000_021));
    }

    @Test
    @Order(6)
    void whatIsReturnedCanNoLongerBePutInForce() {
        act(COLLEAGUE, "2", "return")
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("returned.reason", equalTo("Uppfyller villkoren"));
        act(COLLEAGUE, "2", "activation").statusCode(409).body("detail", containsString("RETURNED"));
        Calls.asOfficer().get(Calls.PROGRAMMES + "/" + PROGRAMME).then().body("version", equalTo(1));
    }

    @Test
    @Order(7)
    void aLaterProposalTakesItsPlaceAndReplacesTheOneInForce() {
        propose(AmendedDefinition.withMore(PROGRAMME, 3), "Rättad").statusCode(202);
        propose(AmendedDefinition.withMore(PROGRAMME, 4).replace("2025-06-02", "2025-06-03"), "Rättad igen")
                .statusCode(202);

        act(COLLEAGUE, "3", "activation").statusCode(409).body("detail", containsString("version 4"));
        act("decision-maker-1", "4", "activation").statusCode(200);
        get("").statusCode(200)
                .body("versions.version", contains(4, 3, 2, 1))
                .body("versions.state", contains("IN_FORCE", "REPLACED", "RETURNED", "REPLACED"));
        get("/1").statusCode(200).body("activated.reason", equalTo("Uppfyller villkoren"));
        get("/9").statusCode(404).body("action", containsString("1, 2, 3, 4"));
    }

    @Test
    @Order(8)
    void everyFaultIsNamedWithLinePathAndControlTotal() {
        long before = log.head().position();
        String text = AmendedDefinition.of(PROGRAMME, 5);
        int line = (int) text.substring(0, text.indexOf("percent: 65")).lines().count();

        propose(text.replace("percent: 65", "percent: 64").replace("recipients: 21", "recipients: 20"), "Nytt beslut")
                .statusCode(422)
                .body("faults.fault", hasItem(containsString("control total 'parts-are-100-percent' fails")))
                .body("faults.fault", hasItem(containsString("control total 'recipients-as-stated' fails")));
        propose(text.replace("percent: 65", "percent: many") + "colour: red\n", "")
                .statusCode(422)
                .body("faults.field", hasItems("reason", "colour"))
                .body("faults.find { it.value == 'many' }.row", equalTo(line))
                .body("faults.find { it.value == 'many' }.field", containsString("percent"));
        assertThat(log.head().position()).isEqualTo(before);
    }

    @Test
    @Order(9)
    void whatIsNeitherYamlNorJsonIsUnreadable() {
        propose("id: [", "x").statusCode(400).body("faults[0].row", equalTo(1));
        Calls.json(Calls.asOfficer(), "{\"id\": \n \"a\",, }")
                .post(VERSIONS)
                .then()
                .statusCode(400)
                .body("faults[0].row", equalTo(2));
        Calls.asOfficer()
                .contentType("text/plain")
                .body("id: x")
                .post(VERSIONS)
                .then()
                .statusCode(415);
        Calls.json(Calls.asOfficer(), "{\"id\": 1.5, \"colour\": \"red\"}")
                .post(VERSIONS)
                .then()
                .statusCode(422)
                .body("faults.fault", hasItem("is a number with decimals"));
    }

    @Test
    @Order(10)
    void aDefinitionInJsonIsTheSameDefinition() throws JsonProcessingException {
        String definition = new ObjectMapper()
                .readTree(get("/4").extract().asString())
                .get("definition")
                .toString();

        Calls.json(Calls.asOfficer(), definition)
                .queryParam("reason", "x")
                .post(VERSIONS)
                .then()
                .statusCode(422)
                .body("faults[0].fault", equalTo("this definition has been proposed already"));
    }

    @Test
    @Order(11)
    void onlyStaffAndAuditorsReadAndOnlyOfficersPropose() {
        Calls.as("representative-23").get(VERSIONS).then().statusCode(403);
        Calls.as("auditor-1").get(VERSIONS).then().statusCode(200);
        for (String client : List.of("decision-maker-1", "auditor-1")) {
            Calls.as(client)
                    .contentType("application/yaml")
                    .body("id: x".getBytes(StandardCharsets.UTF_8))
                    .post(VERSIONS)
                    .then()
                    .statusCode(403);
        }
    }
}
