package se.statsbidrag.requisition.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One story over the deadline of 2 June 2025: the clock goes forwards only, from one test to the next. */
@QuarkusTest
@RunningService
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "officers' work"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficersWorkOverRestTest {
    private static final String WAITING = "/requisition/v1/waiting";

    @Test
    @Order(1)
    void theOldestWaitsFirst() {
        Calls.put("03", Calls.CERTIFIED).statusCode(201);
        Calls.put("04", Calls.CERTIFIED).statusCode(201);
        Calls.put("05", Calls.CERTIFIED).statusCode(201);
        Calls.put("06", Calls.CERTIFIED).statusCode(201);
        Calls.act("03", "return", "{\"reason\": \"Bilaga saknas\", \"completeBy\": \"2025-06-10\"}")
                .statusCode(200);
        Calls.act("06", "approval", Calls.REASON).statusCode(200);
        Response last =
                Calls.json(Calls.asRecipient("03"), "{\"certified\": true}").put(Calls.REQUISITIONS + "/03");

        list(Calls.asOfficer(), last)
                .body("waiting.recipient", contains("04", "05", "03"))
                .body("waiting.waitsFor", contains("APPROVAL", "APPROVAL", "COMPLETION"))
                .body("waiting.lateArrival", contains(nullValue(), nullValue(), nullValue()))
                .body("total", equalTo(3));
        list(Calls.asOfficer().queryParam("waitsFor", "COMPLETION"), last).body("waiting.recipient", contains("03"));
    }

    @Test
    @Order(2)
    void whatCameLateWaitsForAdmission() {
        Calls.clock("2025-06-03T08:00:00+02:00");
        Response late =
                Calls.json(Calls.asRecipient("05"), "{\"certified\": true}").put(Calls.REQUISITIONS + "/05");

        list(Calls.asOfficer().queryParam("programme", "korta-vardkoerna-2025"), late)
                .body("waiting.recipient", contains("04", "05", "03", "05"))
                .body("waiting[3].waitsFor", equalTo("ADMISSION"))
                .body("waiting[3].lateArrival", equalTo("korta-vardkoerna-2025-05-2"));
    }

    @Test
    @Order(3)
    void eachThatCannotBeApprovedWithManyIsNamedAndNoneIsApproved() {
        approve("{\"recipients\": [\"03\", \"05\", \"06\", \"07\"], \"reason\": \"Uppfyller villkoren\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("faults.field", contains("recipients[1]", "recipients[2]", "recipients[3]"))
                .body("faults.value", contains("05", "06", "07"))
                .body("faults[0].fault", containsString("late"));
        Calls.get("03").body("state", equalTo("SUBMITTED"));
    }

    @Test
    @Order(4)
    void thoseWithoutRemarksAreApprovedTogether() {
        ValidatableResponse approved = approve(
                        "{\"recipients\": [\"03\", \"04\"], \"reason\": \"Uppfyller villkoren\"}")
                .statusCode(200)
                .body("recipients", contains("03", "04"));

        Calls.get("03").body("state", equalTo("APPROVED")).body("reason", equalTo("Uppfyller villkoren"));
        Calls.get("04").body("state", equalTo("APPROVED"));
        list(Calls.asOfficer(), approved.extract().response()).body("waiting.recipient", contains("05", "05"));
        list(
                        Calls.asOfficer().queryParam("waitsFor", "HELD"),
                        approved.extract().response())
                .body("waiting", empty());
    }

    @ParameterizedTest(name = "{0}")
    @Order(5)
    @CsvSource(delimiter = '!', textBlock = """
        {"recipients": [], "reason": "x"}                    ! 422 ! recipients
        {"reason": "x"}                                      ! 422 ! recipients
        {"recipients": ["05", "05"], "reason": "x"}          ! 422 ! recipients[1]
        {"recipients": ["99", 5], "reason": 1, "all": true}  ! 422 ! recipients[0],recipients[1],reason,all
        {"recipients": "05", "reason": "x"}                  ! 422 ! recipients
        {"recipients": ["04"], "reason": " "}                ! 422 ! reason
        """)
    void whatIsWrongIsNamed(String body, int status, String fields) {
        approve(body).statusCode(status).body("faults.field", hasItems((Object[]) fields.split(",")));
    }

    @Test
    @Order(6)
    void whatCannotBeReadOrFoundIsTold() {
        approve("all of them").statusCode(400);
        Calls.json(Calls.asOfficer(), "{\"recipients\": [\"04\"], \"reason\": \"x\"}")
                .post(Calls.PROGRAMMES + "/some-grant/requisitions/approvals")
                .then()
                .statusCode(404);
        Calls.asOfficer()
                .queryParam("waitsFor", "RAIN")
                .queryParam("programme", "some-grant")
                .get(WAITING)
                .then()
                .statusCode(422)
                .body("faults.field", hasItems("waitsFor", "programme"));
    }

    private static ValidatableResponse approve(String body) {
        return Calls.json(Calls.asOfficer(), body)
                .post(Calls.REQUISITIONS + "/approvals")
                .then();
    }

    private static ValidatableResponse list(RequestSpecification request, Response after) {
        return request.queryParam("after", Calls.position(after))
                .queryParam("wait", 10)
                .get(WAITING)
                .then()
                .statusCode(200);
    }
}
