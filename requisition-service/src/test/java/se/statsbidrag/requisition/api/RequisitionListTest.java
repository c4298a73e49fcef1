package se.statsbidrag.requisition.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What is read of many requisitions, and of programmes. Each test has a region of its own; the clock stands in January 2025. */
@QuarkusTest
@RunningService
class RequisitionListTest {
    @Test
    void theListHoldsWhatWasJustRecorded() {
        Response submitted =
                Calls.json(Calls.asRecipient("07"), Calls.CERTIFIED).put(Calls.REQUISITIONS + "/07");

        Calls.asOfficer()
                .queryParam("after", Calls.position(submitted))
                .queryParam("wait", 10)
                .queryParam("limit", 21)
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(200)
                .body("requisitions.recipient", hasItem("07"))
                .body("limit", equalTo(21))
                .body("page", equalTo(1));

        Response approved = Calls.json(Calls.asOfficer(), Calls.REASON).post(Calls.REQUISITIONS + "/07/approval");
        Calls.asOfficer()
                .queryParam("after", Calls.position(approved))
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
        Response second = Calls.json(Calls.asRecipient("09"), Calls.CERTIFIED).put(Calls.REQUISITIONS + "/09");

        Calls.asOfficer()
                .queryParam("after", Calls.position(second))
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
        Calls.asOfficer()
                .queryParam("limit", "0")
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
        Calls.asOfficer()
                .queryParam("after", "nowhere:1")
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(422);
        Calls.asOfficer()
                .queryParam("after", "requisitions:999999")
                .queryParam("wait", "0")
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(504);
        Calls.asOfficer()
                .queryParam("wait", "long")
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(422);
    }

    @Test
    void theProgrammeInForceIsReadable() {
        Calls.asOfficer()
                .get(Calls.PROGRAMMES)
                .then()
                .statusCode(200)
                .body(
                        "programmes.programme",
                        contains("god-nara-vard-2025", "korta-vardkoerna-2025", "tillganglighet-2025"))
                .body("programmes.recipients", contains(311, 21, 21))
                .body("programmes.requisitionDueDate", contains("2025-04-17", "2025-06-02", "2025-04-17"));
        Calls.asOfficer()
                .get(Calls.PROGRAMME)
                .then()
                .statusCode(200)
                .body("version", equalTo(5))
                .body("definitionHash", not(nullValue()))
                .body("definition.id", equalTo("korta-vardkoerna-2025"))
                .body("definition.pots.id", hasItems("block-1", "block-2"));
    }

    @Test
    void everyRecipientSeesItsSharesOfTheDefinitionInForce() {
        Calls.asRecipient("23")
                .get(Calls.PROGRAMME + "/shares")
                .then()
                .statusCode(200)
                .body("version", equalTo(5))
                .body("syntheticTables", hasSize(0))
                .body("recipients", hasSize(21))
                .body("recipients.find { it.recipient == '23' }.total", equalTo(4_761_904))
                .body("recipients.find { it.recipient == '23' }.pots.pot", contains("block-1"));
    }
}
