package se.statsbidrag.requisition.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.log.EventLog;

/** Each test has a region of its own; the clock stands in January 2025. */
@QuarkusTest
@RunningService
class RequisitionsOverRestTest {
    @Inject
    EventLog log;

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

        given().get(Calls.REQUISITIONS + "/06/history")
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
    void theListHoldsWhatWasJustRecorded() {
        Response submitted = Calls.json(Calls.CERTIFIED).put(Calls.REQUISITIONS + "/07");

        given().queryParam("after", Calls.position(submitted))
                .queryParam("wait", 10)
                .queryParam("limit", 21)
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(200)
                .body("requisitions.recipient", hasItem("07"))
                .body("limit", equalTo(21))
                .body("page", equalTo(1));

        Response approved = Calls.json(Calls.REASON).post(Calls.REQUISITIONS + "/07/approval");
        given().queryParam("after", Calls.position(approved))
                .queryParam("wait", 10)
                .queryParam("state", "APPROVED")
                .queryParam("late", "false")
                .queryParam("sort", "-receivedAt")
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(200)
                .body("requisitions.recipient", hasItem("07"))
                .body("requisitions.state", not(hasItem("SUBMITTED")));
    }

    @Test
    void theListIsPaged() {
        Calls.put("08", Calls.CERTIFIED);
        Response second = Calls.json(Calls.CERTIFIED).put(Calls.REQUISITIONS + "/09");

        given().queryParam("after", Calls.position(second))
                .queryParam("wait", 10)
                .queryParam("limit", 1)
                .queryParam("page", 2)
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(200)
                .body("requisitions", hasSize(1));
    }

    @Test
    void allWrongParametersOfTheListAreNamed() {
        given().queryParam("limit", "0")
                .queryParam("page", "one")
                .queryParam("state", "LOST")
                .queryParam("late", "perhaps")
                .queryParam("sort", "colour")
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(422)
                .body("faults.field", hasItems("limit", "page", "state", "late", "sort"));
    }

    @Test
    void anUnknownLogAndAPositionNotReachedAreTold() {
        given().queryParam("after", "nowhere:1").get(Calls.REQUISITIONS).then().statusCode(422);
        given().queryParam("after", "requisitions:999999")
                .queryParam("wait", "0")
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(504);
        given().queryParam("wait", "long").get(Calls.REQUISITIONS).then().statusCode(422);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        no JSON                  ! {"certified": tru                       ! 400 !
        an empty body            ! ``                                      ! 400 !
        a field twice            ! {"certified": true, "certified": true}  ! 400 !
        two documents            ! {"certified": true} {}                  ! 400 !
        a list                   ! [1]                                     ! 422 !
        null                     ! null                                    ! 422 !
        nothing certified        ! {}                                      ! 422 ! certified
        certified is false       ! {"certified": false}                    ! 422 ! certified
        certified is text        ! {"certified": "true"}                   ! 422 ! certified
        certified is null        ! {"certified": null}                     ! 422 ! certified
        certified is a number    ! {"certified": 1}                        ! 422 ! certified
        the programme's amount   ! {"certified": true, "amount": 4761905}  ! 422 ! amount
        an amount as text        ! {"certified": true, "amount": "5"}      ! 422 ! amount
        an amount with decimals  ! {"certified": true, "amount": 5.0}      ! 422 ! amount
        an amount beyond reason  ! {"certified": true, "amount": 99999999999999999999} ! 422 ! amount
        the wish as text         ! {"certified": true, "wantsRemainingFunds": "no"} ! 422 ! wantsRemainingFunds
        purposes as a number     ! {"certified": true, "purposes": 1}      ! 422 ! purposes
        a purpose as text        ! {"certified": true, "purposes": ["1"]}  ! 422 ! purposes[0]
        no such purpose          ! {"certified": true, "purposes": [1]}    ! 422 ! purposes[0]
        an unknown field         ! {"certified": true, "colour": "red"}    ! 422 ! colour
        a draft                  ! {"certified": true, "draft": true}      ! 422 ! draft
        """)
    void badContentIsRefusedAndLeavesNothing(String shows, String body, int status, String field) {
        long before = log.head().position();

        ValidatableResponse refused = Calls.put("10", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", startsWith("/problems/"))
                .body(not(containsString("Exception")));

        if (field != null) {
            refused.body("faults.field", contains(field))
                    .body("faults[0].fault", not(nullValue()))
                    .body("faults[0].action", not(nullValue()));
        }
        assertThat(log.head().position()).isEqualTo(before);
        Calls.get("10").statusCode(404);
    }

    @Test
    void allFaultsComeAtOnce() {
        Calls.put(
                        "12",
                        "{\"amount\": \"5\", \"wantsRemainingFunds\": 1, \"certified\": false, \"purposes\": [7], \"x\": 1}")
                .statusCode(422)
                .body("faults.field", hasItems("amount", "wantsRemainingFunds", "certified", "purposes[0]", "x"))
                .body("faults", hasSize(5));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '!', textBlock = """
        return    ! {}                                                 ! reason,completeBy
        return    ! {"reason": " ", "completeBy": "2025-02-30"}        ! completeBy,reason
        return    ! {"reason": "x", "completeBy": "2024-12-31"}        ! completeBy
        return    ! {"reason": "x", "completeBy": 20250301}            ! completeBy
        approval  ! {}                                                 ! reason
        approval  ! {"reason": "x", "why": "y"}                        ! why
        rejection ! {"reason": 5}                                      ! reason
        """)
    void anOfficersActSaysWhy(String act, String body, String fields) {
        Calls.put("13", Calls.CERTIFIED);

        Calls.act("13", act, body).statusCode(422).body("faults.field", contains((Object[]) fields.split(",")));
        Calls.get("13").body("state", equalTo("SUBMITTED"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().contentType(ContentType.TEXT)
                .body("certified: true")
                .put(Calls.REQUISITIONS + "/14")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void whatDoesNotExistIsNotFoundAndWhatDoesIsNamed() {
        Calls.json(Calls.CERTIFIED)
                .put(Calls.PROGRAMMES + "/no-such-grant/requisitions/14")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("action", containsString("korta-vardkoerna-2025"));
        Calls.put("02", Calls.CERTIFIED).statusCode(404).body("action", containsString("01, 03, 04"));
        Calls.put("3", Calls.CERTIFIED).statusCode(404).body("detail", containsString("'3'"));
        Calls.put("0114", Calls.CERTIFIED).statusCode(404);
        Calls.get("14").statusCode(404).body("detail", containsString("requisition of 14"));
        Calls.delete("14").statusCode(404);
        Calls.act("14", "approval", Calls.REASON).statusCode(404);
        given().get(Calls.REQUISITIONS + "/14/history").then().statusCode(404);
        given().get(Calls.PROGRAMMES + "/x").then().statusCode(404);
    }

    @Test
    void aStaleIfMatchIsRefused() {
        Calls.put("17", Calls.CERTIFIED).header("ETag", "\"1\"");
        Calls.json(Calls.REASON)
                .header("If-Match", "\"1\"")
                .post(Calls.REQUISITIONS + "/17/approval")
                .then()
                .statusCode(200);

        Calls.json("{\"certified\": true}")
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
        return Calls.json(body)
                .header("Idempotency-Key", key)
                .put(Calls.REQUISITIONS + "/18")
                .then();
    }

    @Test
    void ofManyWhoSawTheSameVersionOneWins() throws Exception {
        Calls.put("20", Calls.CERTIFIED).statusCode(201);
        Callable<Integer> change = () -> Calls.json("{\"certified\": true}")
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

    @Test
    void theProgrammeInForceIsReadable() {
        given().get(Calls.PROGRAMMES)
                .then()
                .statusCode(200)
                .body("programmes.programme", contains("korta-vardkoerna-2025"))
                .body("programmes[0].recipients", equalTo(21))
                .body("programmes[0].requisitionDueDate", equalTo("2025-06-02"));
        given().get(Calls.PROGRAMME)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("definitionHash", not(nullValue()))
                .body("definition.id", equalTo("korta-vardkoerna-2025"))
                .body("definition.pots.id", hasItems("block-1", "block-2"));
    }
}
