package se.statsbidrag.requisition.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a region of its own; the clock stands in January 2025. */
@QuarkusTest
@RunningService
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "drafts"))
class DraftsOverRestTest {
    private static final String DRAFT = "{\"draft\": true, \"wantsRemainingFunds\": true}";

    @Test
    void aDraftIsReturnedToAndSubmitted() {
        Calls.put("17", DRAFT)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("DRAFT"))
                .body("wantsRemainingFunds", equalTo(true))
                .body("certified", equalTo(false))
                .body("receivedAt", nullValue())
                .body("caseNumber", nullValue())
                .body("log", equalTo("requisitions"))
                .body("position", notNullValue());
        own("17").statusCode(200).header("ETag", equalTo("\"1\"")).body("state", equalTo("DRAFT"));

        Calls.put("17", Calls.CERTIFIED)
                .statusCode(201)
                .body("state", equalTo("SUBMITTED"))
                .body("receivedAt", notNullValue())
                .body("caseNumber", notNullValue())
                .body("draft", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer-1", "decision-maker-1", "economist-1", "reader-1", "auditor-1"})
    void nobodyElseSeesThatThereIsADraft(String client) {
        Calls.put("18", DRAFT).statusCode(200);

        Calls.as(client)
                .get(Calls.REQUISITIONS + "/18")
                .then()
                .statusCode(404)
                .body("detail", not(containsString("raft")));
        Calls.as(client).get(Calls.REQUISITIONS + "/18/history").then().statusCode(404);
        Calls.as("representative-17").get(Calls.REQUISITIONS + "/18").then().statusCode(403);
    }

    @Test
    void aDraftStandsBesideWhatWasSubmitted() {
        Calls.put("19", Calls.CERTIFIED).statusCode(201);
        Calls.put("19", "{\"draft\": true}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("SUBMITTED"))
                .body("wantsRemainingFunds", equalTo(true))
                .body("draft.wantsRemainingFunds", equalTo(false))
                .body("draft.savedBy", equalTo(Calls.subject("representative-19")));

        Calls.get("19")
                .header("ETag", equalTo("\"1\""))
                .body("draft", nullValue())
                .body("version", equalTo(1));
        Calls.json(Calls.asOfficer().header("If-Match", "\"1\""), Calls.REASON)
                .post(Calls.REQUISITIONS + "/19/approval")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("draft", nullValue());
        own("19")
                .body("state", equalTo("APPROVED"))
                .body("draft", notNullValue())
                .body("version", equalTo(3));
        Calls.asRecipient("19")
                .get(Calls.REQUISITIONS + "/19/history")
                .then()
                .body(
                        "events.type",
                        contains("requisition-submitted", "requisition-draft-saved", "requisition-approved"));
        Calls.asOfficer()
                .get(Calls.REQUISITIONS + "/19/history")
                .then()
                .body("events.type", contains("requisition-submitted", "requisition-approved"))
                .body("events.version", contains(1, 2));
    }

    @Test
    void theSameDraftAgainChangesNothing() {
        int position = Calls.put("20", DRAFT).statusCode(200).extract().path("position");

        Calls.put("20", DRAFT)
                .statusCode(200)
                .body("position", equalTo(position))
                .header("ETag", equalTo("\"1\""));
        Calls.json(Calls.asRecipient("20").header("If-Match", "\"7\""), "{\"draft\": true}")
                .put(Calls.REQUISITIONS + "/20")
                .then()
                .statusCode(412);
    }

    @Test
    void aDataCoordinatorFillsInAndSubmitsNot() {
        String organisation = Calls.asRecipient("23")
                .get(Calls.REPRESENTATIVES)
                .then()
                .extract()
                .path("mandates[0].organisationNumber");
        Calls.asRecipient("23")
                .put(Calls.REPRESENTATIVES + "/" + organisation + "/data-coordinators/"
                        + Calls.subject("data-coordinator-23"))
                .then()
                .statusCode(200);

        put("data-coordinator-23", DRAFT).statusCode(403).body("detail", containsString("Påbörja ett ärende"));
        Calls.put("23", "{\"draft\": true}").statusCode(200);
        put("data-coordinator-23", DRAFT).statusCode(200).body("state", equalTo("DRAFT"));
        put("data-coordinator-23", Calls.CERTIFIED).statusCode(403).body("detail", containsString("Skicka in ärende"));
        own("23").body("wantsRemainingFunds", equalTo(true));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
        {"draft": "yes", "certified": 1}                   ! certified,draft
        {"draft": true, "purposes": "1", "colour": "red"}  ! purposes,colour
        {"draft": true, "amount": 1.5}                     ! amount
        """)
    void aDraftHasRightTypes(String body, String fields) {
        Calls.put("22", body).statusCode(422).body("faults.field", hasItems((Object[]) fields.split(",")));
        own("22").statusCode(404);
    }

    private static ValidatableResponse own(String recipient) {
        return Calls.asRecipient(recipient)
                .get(Calls.REQUISITIONS + "/" + recipient)
                .then();
    }

    private static ValidatableResponse put(String client, String body) {
        return Calls.json(Calls.as(client), body)
                .put(Calls.REQUISITIONS + "/23")
                .then();
    }
}
