package se.statsbidrag.requisition.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamName;

/** A recorded disposal decision erases a person's name; what the person did stays. */
@QuarkusTest
@RunningService
class DisposalOverRestTest {
    private static final String REASON = "{\"reason\": \"Gallringsbeslut 2035:1\"}";

    @Inject
    EventLog log;

    @Test
    void theNameGoesAndTheTrailStaysWhole() {
        Calls.put("12", Calls.CERTIFIED).statusCode(201);
        String person = Calls.subject("representative-12");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> trail(person).body("acts.name", everyItem(notNullValue())));
        int acts = trail(person).extract().path("total");

        erase(person, REASON).statusCode(200).body("person", equalTo(person));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> trail(person).body("acts.name", everyItem(nullValue())));
        trail(person).body("total", equalTo(acts));
    }

    @Test
    void theDecisionStandsInTheLogWithWhoMadeItAndOnce() {
        String person = Calls.subject("representative-13");

        int position = erase(person, REASON)
                .statusCode(200)
                .body("log", equalTo("requisitions"))
                .extract()
                .path("position");

        erase(person, "{\"reason\": \"En gång till\"}").statusCode(200).body("position", equalTo(position));
        assertThat(log.readStream(new StreamName("person/" + person)))
                .extracting(RecordedEvent::type, RecordedEvent::actor)
                .containsExactly(tuple("person-erased", Calls.subject("decision-maker-1")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        no reason         ! {}                        ! 422
        an empty reason   ! {"reason": " "}           ! 422
        another field     ! {"reason": "x", "name":1} ! 422
        no JSON           ! reason                    ! 400
        nothing           ! ''                        ! 400
        """)
    void withoutItsGroundNothingIsErased(String shows, String body, int status) {
        String person = Calls.subject("representative-14");

        erase(person, body).statusCode(status).contentType("application/problem+json");

        assertThat(log.readStream(new StreamName("person/" + person))).as(shows).isEmpty();
    }

    @Test
    void aGroundThatIsTooLongIsNamed() {
        erase(Calls.subject("representative-14"), "{\"reason\": \"" + "x".repeat(2001) + "\"}")
                .statusCode(422)
                .body("faults.field", contains("reason"))
                .body("faults[0].fault", containsString("2001"));
    }

    @Test
    void whatIsNoOpaqueIdIsNotFoundAndNotRepeated() {
        erase("Anna%20Andersson", REASON).statusCode(404).body("detail", containsString("person of this id"));
    }

    @Test
    void onlyADecisionMakerDecides() {
        Calls.json(Calls.asOfficer(), REASON)
                .post("/requisition/v1/people/" + Calls.subject("representative-14") + "/disposal")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse erase(String person, String body) {
        return Calls.json(Calls.as("decision-maker-1"), body)
                .urlEncodingEnabled(false)
                .post("/requisition/v1/people/" + person + "/disposal")
                .then();
    }

    private static ValidatableResponse trail(String person) {
        return Calls.as("auditor-1")
                .queryParam("actor", person)
                .get("/requisition/v1/trail")
                .then()
                .statusCode(200);
    }
}
