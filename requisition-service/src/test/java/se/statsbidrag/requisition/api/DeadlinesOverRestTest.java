package se.statsbidrag.requisition.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One story through the deadline day: the clock goes forwards only, from one test to the next. */
@QuarkusTest
@RunningService
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "deadlines"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadlinesOverRestTest {
    private static final String DEADLINES = Calls.PROGRAMME + "/deadlines";
    private static final String REQUISITION = "deadlines.find { it.deadline == 'requisition' }.";
    private static final String CUT_OFF = "deadlines.find { it.deadline == 'delivery-cut-off' }.";

    @Test
    @Order(1)
    void theDeadlinesAreThoseOfTheDefinition() {
        Calls.asOfficer()
                .get(DEADLINES)
                .then()
                .statusCode(200)
                .body(REQUISITION + "kind", equalTo("REQUISITION"))
                .body(REQUISITION + "dueDate", equalTo("2025-06-02"))
                .body(REQUISITION + "passedAt", nullValue())
                .body(REQUISITION + "source", notNullValue())
                .body(REQUISITION + "markedIn", equalTo("requisitions"))
                .body(CUT_OFF + "dueDate", equalTo("2025-11-20"))
                .body(CUT_OFF + "interpretation", equalTo("I-R5"))
                .body(CUT_OFF + "markedIn", equalTo("operations"));
    }

    @ParameterizedTest(name = "{1}")
    @Order(2)
    @CsvSource(delimiter = '!', textBlock = """
        requisition ! {"dueDate": "2025-06-02", "reason": "x"}              ! 422 ! dueDate
        requisition ! {"dueDate": "2025-05-01", "reason": "x"}              ! 422 ! dueDate
        requisition ! {"dueDate": "2025-13-01"}                             ! 422 ! dueDate,reason
        requisition ! {"dueDate": "2025-07-01", "reason": "x", "by": "me"}  ! 422 ! by
        """)
    void aWrongExtensionIsRefused(String deadline, String body, int status, String fields) {
        Calls.json(Calls.asOfficer(), body)
                .post(DEADLINES + "/" + deadline + "/extension")
                .then()
                .statusCode(status)
                .body("faults.field", contains((Object[]) fields.split(",")));
    }

    @Test
    @Order(3)
    void anUnknownDeadlineIsNotFound() {
        Calls.extend("no-such-day", "2025-07-01").statusCode(404).body("action", containsString("delivery-cut-off"));
    }

    @Test
    @Order(4)
    void justBeforeMidnightIsInTime() {
        Calls.put("23", Calls.CERTIFIED).statusCode(201);
        Calls.act("23", "approval", Calls.REASON).statusCode(200);
        Calls.put("04", Calls.CERTIFIED).statusCode(201);
        Calls.clock("2025-06-02T23:59:40+02:00");

        Calls.put("01", Calls.CERTIFIED).statusCode(201).body("late", equalTo(false));
        Calls.act("01", "return", "{\"reason\": \"Bilaga saknas\", \"completeBy\": \"2025-06-10\"}")
                .statusCode(200);
        Calls.put("05", Calls.CERTIFIED).statusCode(201);
        Calls.delete("05").statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    @Order(5)
    void fromMidnightItIsLateAndCountsForNothing() {
        Calls.clock("2025-06-03T00:00:00+02:00");

        Calls.put("03", Calls.CERTIFIED)
                .statusCode(201)
                .body("late", equalTo(true))
                .body("state", equalTo("SUBMITTED"));
        Calls.act("03", "approval", Calls.REASON)
                .statusCode(409)
                .body("type", equalTo("/problems/needs-admission"))
                .body("action", containsString("admitted"));
        Calls.get("01").body("late", equalTo(false));
    }

    @Test
    @Order(6)
    void afterTheDeadlineNothingIsWithdrawn() {
        Calls.delete("23").statusCode(409).body("detail", containsString("2025-06-02"));
        Calls.get("23").body("state", equalTo("APPROVED"));
    }

    @Test
    @Order(7)
    void aLateChangeDisplacesNothing() {
        Calls.put("23", "{\"certified\": true}")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("late", equalTo(false))
                .body("wantsRemainingFunds", equalTo(true))
                .body("pendingLateChange.wantsRemainingFunds", equalTo(false));
    }

    @Test
    @Order(8)
    void aCompletionWithinTheOfficersDateIsInTime() {
        Calls.put("01", Calls.CERTIFIED)
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("late", equalTo(false));
        Calls.asOfficer().get(Calls.REQUISITIONS + "/01/history").then().body("events[-1].completion", equalTo(true));
        Calls.act("01", "approval", Calls.REASON).statusCode(200);
    }

    @Test
    @Order(9)
    void aMinuteAfterItsEndTheDeadlineIsMarked() {
        Calls.clock("2025-06-03T00:01:00+02:00");

        Calls.asOfficer()
                .get(DEADLINES)
                .then()
                .body(REQUISITION + "passedAt", notNullValue())
                .body(REQUISITION + "log", equalTo("requisitions"));
    }

    @Test
    @Order(10)
    void anExtensionAfterwardsLetsTheLateOnesIn() {
        Calls.clock("2025-06-05T09:00:00+02:00");

        String position = Calls.position(Calls.extend("requisition", "2025-06-05")
                .statusCode(200)
                .body("dueDate", equalTo("2025-06-05"))
                .body("definedDueDate", equalTo("2025-06-02"))
                .body("passedAt", nullValue())
                .body("log", equalTo("requisitions"))
                .extract()
                .response());

        Calls.asOfficer()
                .get(DEADLINES)
                .then()
                .body(REQUISITION + "dueDate", equalTo("2025-06-05"))
                .body(REQUISITION + "passedAt", nullValue());
        Calls.get("03").body("late", equalTo(false));
        Calls.get("23").body("state", equalTo("SUBMITTED")).body("pendingLateChange", nullValue());
        Calls.asOfficer()
                .queryParam("after", position)
                .queryParam("wait", 10)
                .queryParam("late", true)
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        Calls.act("03", "approval", Calls.REASON).statusCode(200);
        Calls.delete("23").statusCode(200);
    }

    @Test
    @Order(11)
    void theDeliveryCutOffIsExtendedHereThoughItsMarkStandsElsewhere() {
        Calls.extend("delivery-cut-off", "2025-11-28")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("markedIn", equalTo("operations"));
        Calls.extend("delivery-cut-off", "2025-11-27").statusCode(422);
    }

    @Test
    @Order(12)
    void theExtendedDayIsMarkedInItsTurn() {
        Calls.clock("2025-06-06T00:01:00+02:00");

        Calls.asOfficer().get(DEADLINES).then().body(REQUISITION + "passedAt", notNullValue());
        Calls.put("06", Calls.CERTIFIED).statusCode(201).body("late", equalTo(true));
    }
}
