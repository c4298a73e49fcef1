package se.statsbidrag.requisition.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.requisition.application.AmendedDefinition;

/** One story after the deadline of 2 June 2025: the clock goes forwards only, from one test to the next. */
@QuarkusTest
@RunningService
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "late arrivals"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LateArrivalsOverRestTest {
    private static final String ARRIVALS = "/requisition/v1/late-arrivals";
    private static final String REASON = "{\"reason\": \"E-tjänsten låg nere\"}";

    @Test
    @Order(1)
    void whatCameTooLateIsListedTheOldestFirst() {
        Calls.put("23", Calls.CERTIFIED).statusCode(201);
        Calls.act("23", "approval", Calls.REASON).statusCode(200);
        Calls.clock("2025-06-03T08:00:00+02:00");
        Calls.put("03", Calls.CERTIFIED).statusCode(201);
        Calls.put("04", Calls.CERTIFIED).statusCode(201);
        Response last =
                Calls.json(Calls.asRecipient("23"), "{\"certified\": true}").put(Calls.REQUISITIONS + "/23");

        list(Calls.asOfficer(), Calls.position(last))
                .body("lateArrivals.recipient", contains("03", "04", "23"))
                .body("lateArrivals.state", contains("WAITING", "WAITING", "WAITING"))
                .body("lateArrivals.daysLate", contains(1, 1, 1))
                .body("lateArrivals.besideOneInForce", contains(false, false, true))
                .body("lateArrivals[2].id", equalTo(id("23", 3)))
                .body("lateArrivals[2].dueDate", equalTo("2025-06-02"))
                .body("lateArrivals[2].caseNumber", notNullValue())
                .body("total", equalTo(3));
    }

    @Test
    @Order(2)
    void anAdmissionTakesTwoOfficers() {
        ValidatableResponse proposed = act("officer-1", id("23", 3), "admission", REASON)
                .statusCode(202)
                .body("state", equalTo("PROPOSED"))
                .body("proposedBy", equalTo(Calls.subject("officer-1")));
        Calls.get("23").body("state", equalTo("APPROVED")).body("pendingLateChange", notNullValue());

        act("officer-1", id("23", 3), "admission", REASON)
                .statusCode(409)
                .body("type", equalTo("/problems/second-person"));
        list(Calls.asOfficer(), Calls.position(proposed.extract().response()))
                .body("lateArrivals.find { it.recipient == '23' }.state", equalTo("PROPOSED"));
        list(Calls.asRecipient("23"), Calls.position(proposed.extract().response()))
                .body("lateArrivals.recipient", contains("23"))
                .body("lateArrivals[0].state", equalTo("PROPOSED"))
                .body("lateArrivals[0].proposedBy", nullValue());

        ValidatableResponse admitted = act("officer-2", id("23", 3), "admission", REASON)
                .statusCode(200)
                .body("state", equalTo("ADMITTED"))
                .body("besideOneInForce", equalTo(false));
        Calls.get("23")
                .body("state", equalTo("SUBMITTED"))
                .body("late", equalTo(false))
                .body("wantsRemainingFunds", equalTo(false))
                .body("pendingLateChange", nullValue());
        list(
                        Calls.asOfficer().queryParam("state", "ADMITTED"),
                        Calls.position(admitted.extract().response()))
                .body("lateArrivals.recipient", contains("23"));
        Calls.asOfficer()
                .get(Calls.REQUISITIONS + "/23/history")
                .then()
                .body("events[-1].type", equalTo("requisition-admitted"))
                .body("events[-1].submission", equalTo(3));
        Calls.act("23", "approval", Calls.REASON).statusCode(200).body("state", equalTo("APPROVED"));
    }

    @Test
    @Order(3)
    void oneOfficerIsEnoughToDecline() {
        act("officer-2", id("03", 1), "admission", REASON).statusCode(202);
        ValidatableResponse declined = act("officer-1", id("03", 1), "decline", REASON)
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("proposedBy", nullValue());

        String position = Calls.position(declined.extract().response());
        Calls.asOfficer()
                .queryParam("after", position)
                .queryParam("wait", 10)
                .get("/requisition/v1/proposals")
                .then()
                .body("proposals.subject", not(hasItem(id("03", 1))));
        Calls.get("03")
                .body("state", equalTo("REJECTED"))
                .body("late", equalTo(true))
                .body("reason", equalTo("E-tjänsten låg nere"));
        act("officer-1", id("03", 1), "admission", REASON).statusCode(409).body("detail", containsString("declined"));
    }

    @Test
    @Order(4)
    void onlyTheNewestIsAdmitted() {
        Calls.put("04", "{\"certified\": true}").statusCode(200);

        act("officer-1", id("04", 1), "admission", REASON).statusCode(409);
        act("officer-1", id("04", 2), "admission", REASON).statusCode(202);
    }

    @ParameterizedTest(name = "{0}")
    @Order(5)
    @CsvSource(delimiter = '!', textBlock = """
        no such form        ! anything                        ! {"reason": "x"}        ! 404
        no such programme   ! some-grant-04-2                 ! {"reason": "x"}        ! 404
        no such recipient   ! korta-vardkoerna-2025-99-2      ! {"reason": "x"}        ! 404
        nothing came        ! korta-vardkoerna-2025-05-1      ! {"reason": "x"}        ! 404
        no submission       ! korta-vardkoerna-2025-23-2      ! {"reason": "x"}        ! 404
        no reason           ! korta-vardkoerna-2025-04-2      ! {}                     ! 422
        an empty reason     ! korta-vardkoerna-2025-04-2      ! {"reason": " "}        ! 422
        another field       ! korta-vardkoerna-2025-04-2      ! {"reason": "x", "a":1} ! 422
        no JSON             ! korta-vardkoerna-2025-04-2      ! reason                 ! 400
        """)
    void badInputIsRefused(String shows, String id, String body, int status) {
        for (String act : new String[] {"admission", "decline"}) {
            act("officer-2", id, act, body).statusCode(status).contentType("application/problem+json");
        }
    }

    @Test
    @Order(6)
    void allWrongParametersAreNamed() {
        Calls.asOfficer()
                .queryParam("state", "LOST")
                .queryParam("programme", "none")
                .queryParam("page", "0")
                .queryParam("limit", "many")
                .get(ARRIVALS)
                .then()
                .statusCode(422)
                .body("faults.field", hasItems("state", "programme", "page", "limit"));
    }

    @Test
    @Order(7)
    void whatALaterDayLetsInIsLateNoLonger() {
        Calls.asOfficer().get("/requisition/v1/proposals").then().body("proposals.subject", hasItem(id("04", 2)));
        String position = Calls.position(Calls.extend("requisition", "2025-06-05")
                .statusCode(200)
                .extract()
                .response());

        act("officer-2", id("04", 2), "admission", REASON)
                .statusCode(409)
                .body("detail", containsString("no longer late"));
        list(Calls.asOfficer().queryParam("programme", "korta-vardkoerna-2025"), position)
                .body("total", equalTo(0));
        Calls.asOfficer()
                .get("/requisition/v1/proposals")
                .then()
                .statusCode(200)
                .body("proposals.subject", not(hasItem(id("04", 2))));
    }

    @Test
    @Order(8)
    void whoActsForARecipientOfOneProgrammeDoesNotSeeThatOfAnOtherOrganisationsInAnother() {
        String another = Calls.PROGRAMMES + "/another-grant-2026";
        String swapped = AmendedDefinition.of("another-grant-2026", 1)
                .replace("232100-0214", "swapped")
                .replace("232100-0222", "232100-0214")
                .replace("swapped", "232100-0222");
        Calls.asOfficer()
                .contentType("application/yaml")
                .body(swapped.getBytes(StandardCharsets.UTF_8))
                .post(another + "/versions")
                .then()
                .statusCode(202);
        Calls.json(Calls.as("officer-2"), REASON)
                .post(another + "/versions/1/activation")
                .then()
                .statusCode(200);
        Response late =
                Calls.json(Calls.as("representative-24"), Calls.CERTIFIED).put(another + "/requisitions/23");
        late.then().statusCode(201).body("late", equalTo(true));

        list(Calls.as("representative-24"), Calls.position(late))
                .body("lateArrivals.programme", contains("another-grant-2026"))
                .body("lateArrivals.recipient", contains("23"));
        list(Calls.as("representative-23"), Calls.position(late)).body("total", equalTo(0));
    }

    private static String id(String recipient, int submission) {
        return "korta-vardkoerna-2025-" + recipient + "-" + submission;
    }

    private static ValidatableResponse act(String client, String id, String act, String body) {
        return Calls.json(Calls.as(client), body)
                .post(ARRIVALS + "/" + id + "/" + act)
                .then();
    }

    private static ValidatableResponse list(RequestSpecification request, String after) {
        return request.queryParam("after", after)
                .queryParam("wait", 10)
                .get(ARRIVALS)
                .then()
                .statusCode(200);
    }
}
