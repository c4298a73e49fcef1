package se.statsbidrag.requisition.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Each test has a region of its own; the clock stands in January 2025. */
@QuarkusTest
@RunningService
class RequisitionsOverRestTest {
    @Test
    void aRegionSubmitsAndReadsItsRequisition() {
        ValidatableResponse submitted = Calls.put("23", Calls.CERTIFIED)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("programme", equalTo("korta-vardkoerna-2025"))
                .body("recipient", equalTo("23"))
                .body("state", equalTo("SUBMITTED"))
                .body("late", equalTo(false))
                .body("amount", nullValue())
                .body("wantsRemainingFunds", equalTo(true))
                .body("certified", equalTo(true))
                .body("caseNumber", equalTo("KV-2025-23"))
                .body("receivedAt", startsWith("20"))
                .body("version", equalTo(1))
                .body("log", equalTo("requisitions"));

        assertThat(Calls.get("23").statusCode(200).extract().asString())
                .isEqualTo(submitted.extract().asString());
    }

    @Test
    void theSameContentAgainChangesNothing() {
        int position =
                Calls.put("01", Calls.CERTIFIED).statusCode(201).extract().path("position");

        Calls.put("01", Calls.CERTIFIED)
                .statusCode(200)
                .body("position", equalTo(position))
                .body("version", equalTo(1));
    }

    @Test
    void anApprovedOneThatIsChangedMustBeApprovedAgain() {
        Calls.put("03", Calls.CERTIFIED).statusCode(201);
        Calls.act("03", "approval", Calls.REASON)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("APPROVED"))
                .body("reason", equalTo("Uppfyller villkoren"));

        Calls.put("03", "{\"certified\": true}")
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("wantsRemainingFunds", equalTo(false));
        Calls.act("03", "approval", Calls.REASON).statusCode(200).body("state", equalTo("APPROVED"));
        Calls.act("03", "approval", Calls.REASON)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("APPROVED"));
    }

    @Test
    void returnedForCompletionAndCompleted() {
        Calls.put("04", Calls.CERTIFIED).statusCode(201);
        Calls.act("04", "return", "{\"reason\": \"Underskrift saknas\", \"completeBy\": \"2025-03-01\"}")
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("completeBy", equalTo("2025-03-01"))
                .body("reason", equalTo("Underskrift saknas"));

        Calls.put("04", Calls.CERTIFIED).statusCode(200).body("state", equalTo("SUBMITTED"));
    }

    @Test
    void withdrawnAndSubmittedAgainUnderTheSameCaseNumber() {
        Calls.put("05", Calls.CERTIFIED).statusCode(201);
        Calls.delete("05").statusCode(200).body("state", equalTo("WITHDRAWN"));
        Calls.delete("05").statusCode(200).body("version", equalTo(2));

        Calls.put("05", Calls.CERTIFIED).statusCode(201).body("caseNumber", equalTo("KV-2025-05"));
    }

    @Test
    void theWholeHistoryIsReadable() {
        Calls.put("06", Calls.CERTIFIED).statusCode(201);
        Calls.put("06", "{\"certified\": true}").statusCode(200);
        Calls.act("06", "rejection", "{\"reason\": \"Fel mottagare\"}").statusCode(200);

        Calls.asOfficer()
                .get(Calls.REQUISITIONS + "/06/history")
                .then()
                .statusCode(200)
                .body("events.type", contains("requisition-submitted", "requisition-changed", "requisition-rejected"))
                .body("events.version", contains(1, 2, 3))
                .body("events[1].changes.field", contains("wantsRemainingFunds"))
                .body("events[1].changes[0].from", equalTo("true"))
                .body("events[1].changes[0].to", equalTo("false"))
                .body("events[2].reason", equalTo("Fel mottagare"))
                .body("events[2].submission", equalTo(2))
                .body("events.log", contains("requisitions", "requisitions", "requisitions"));
    }

    @Test
    void aStaleIfMatchIsRefused() {
        Calls.put("17", Calls.CERTIFIED).header("ETag", "\"1\"");
        Calls.json(Calls.asOfficer(), Calls.REASON)
                .header("If-Match", "\"1\"")
                .post(Calls.REQUISITIONS + "/17/approval")
                .then()
                .statusCode(200);

        Calls.json(Calls.asRecipient("17"), "{\"certified\": true}")
                .header("If-Match", "\"1\"")
                .put(Calls.REQUISITIONS + "/17")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        Calls.get("17").body("state", equalTo("APPROVED")).header("ETag", "\"2\"");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndRecordsOnce() {
        String first = keyed("key-1", Calls.CERTIFIED).statusCode(201).extract().asString();
        Calls.act("18", "approval", Calls.REASON).statusCode(200);

        assertThat(keyed("key-1", Calls.CERTIFIED).statusCode(201).extract().asString())
                .isEqualTo(first);
        keyed("key-1", "{\"certified\": true}").statusCode(422);
        Calls.get("18").body("version", equalTo(2));
    }

    private static ValidatableResponse keyed(String key, String body) {
        return Calls.json(Calls.asRecipient("18"), body)
                .header("Idempotency-Key", key)
                .put(Calls.REQUISITIONS + "/18")
                .then();
    }

    @Test
    void ofManyWhoSawTheSameVersionOneWins() throws Exception {
        Calls.put("20", Calls.CERTIFIED).statusCode(201);
        Callable<Integer> change = () -> Calls.json(Calls.asRecipient("20"), "{\"certified\": true}")
                .header("If-Match", "\"1\"")
                .put(Calls.REQUISITIONS + "/20")
                .statusCode();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : callers.invokeAll(Collections.nCopies(4, change))) {
                statuses.add(each.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
        Calls.get("20").body("version", equalTo(2));
    }
}
