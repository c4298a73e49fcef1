package se.statsbidrag.requisition.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.log.EventLog;

/** Two regions change representatives, one story from one test to the next; a release is refused or keeps its arrival. */
@QuarkusTest
@RunningService
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "mandates"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MandatesOverRestTest {
    private static final String JAMTLAND = Calls.REPRESENTATIVES + "/232100-0214";
    private static final String VASTRA_GOTALAND = Calls.REPRESENTATIVES + "/232100-0131";
    private static final String OLD = "representative-23";
    private static final String NEW = "representative-23-new";
    private static final String DEPUTY = "deputy-23";
    private static final String COORDINATOR = "data-coordinator-23";
    private static final String HELD = "{\"held\": 2, \"reason\": \"Mandatet gäller igen\"}";

    @Inject
    EventLog log;

    @Test
    @Order(1)
    void eachRegionsRepresentativeHasAMandateFromTheStart() {
        Calls.asOfficer()
                .queryParam("limit", 21)
                .get(Calls.REPRESENTATIVES)
                .then()
                .statusCode(200)
                .body("total", equalTo(310));
        Calls.asOfficer()
                .get(JAMTLAND)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("recipients", contains("23"))
                .body("state", equalTo("IN_FORCE"))
                .body("representative", equalTo(Calls.subject(OLD)))
                .body("applicant", nullValue())
                .body("deputies", empty());
        Calls.asOfficer()
                .get(JAMTLAND + "/history")
                .then()
                .body("events.actor", contains("system:shipped", "system:shipped"));
    }

    @Test
    @Order(2)
    void whoActsForAnOrganisationReadsItsOwnAlone() {
        Calls.as(DEPUTY).get(Calls.REPRESENTATIVES).then().body("mandates.organisationNumber", contains("232100-0214"));
        Calls.as(COORDINATOR).get(JAMTLAND).then().statusCode(200);
        Calls.as(COORDINATOR).get(VASTRA_GOTALAND).then().statusCode(403).contentType("application/problem+json");
        Calls.as(OLD).get(VASTRA_GOTALAND + "/history").then().statusCode(403);
        Calls.as("auditor-1").get(VASTRA_GOTALAND + "/history").then().statusCode(200);
        Calls.as("reader-1").get(JAMTLAND).then().statusCode(403);
        Calls.as("operator-1").get(JAMTLAND).then().statusCode(403);
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({
        "640823-3234, 400",
        "6408233234, 400",
        "196408233234, 400",
        "640823-3235, 404",
        "232100-0017, 404",
        "202100-0555, 404",
        "somebody, 404"
    })
    void anotherNumberIsRefusedAndNotRepeated(String number, int status) {
        Calls.asOfficer()
                .get(Calls.REPRESENTATIVES + "/" + number)
                .then()
                .statusCode(status)
                .body("detail", not(containsString(number)))
                .body("action", not(containsString(number)));
        Calls.as(OLD).put(Calls.REPRESENTATIVES + "/" + number).then().statusCode(status);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @Order(4)
    @CsvSource(delimiter = '|', textBlock = """
        representative-14     | PUT    |
        officer-1             | PUT    |
        data-coordinator-23   | PUT    |
        representative-23     | POST   | /approval
        decision-maker-1      | POST   | /approval
        representative-14     | POST   | /withdrawal
        reader-1              | POST   | /withdrawal
        representative-14     | PUT    | /deputies/@
        deputy-23             | PUT    | /deputies/@
        data-coordinator-23   | PUT    | /data-coordinators/@
        officer-1             | PUT    | /deputies/@
        representative-23-new | PUT    | /deputies/@
        representative-14     | DELETE | /deputies/@
        """)
    void whoMayNotIsRefusedAndNothingIsRecorded(String client, String method, String path) {
        long before = log.head().position();
        String address = JAMTLAND + (path == null ? "" : path.replace("@", Calls.subject("deputy-14")));

        Calls.json(Calls.as(client), Calls.REASON)
                .request(method, address)
                .then()
                .statusCode(403);

        assertThat(log.head().position()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void aPersonIsNamedByAnOpaqueIdOnly() {
        Calls.as(OLD)
                .put(JAMTLAND + "/deputies/640823-3235")
                .then()
                .statusCode(404)
                .body("detail", not(containsString("640823")));
        Calls.as(OLD).put(JAMTLAND + "/deputies/anna@example.org").then().statusCode(404);
    }

    @Test
    @Order(6)
    void theRepresentativeInvitesADeputyWhoInvitesADataCoordinator() {
        Calls.as(OLD)
                .put(JAMTLAND + "/deputies/" + Calls.subject(DEPUTY))
                .then()
                .statusCode(200)
                .body("deputies", contains(Calls.subject(DEPUTY)));
        Calls.as(DEPUTY)
                .put(JAMTLAND + "/data-coordinators/" + Calls.subject(COORDINATOR))
                .then()
                .statusCode(200)
                .body("dataCoordinators", contains(Calls.subject(COORDINATOR)));
        Calls.as(DEPUTY)
                .put(JAMTLAND + "/data-coordinators/" + Calls.subject(COORDINATOR))
                .then()
                .body("version", equalTo(4));
    }

    @Test
    @Order(7)
    void theDeputySubmitsOnTheRepresentativesMandate() {
        submit(DEPUTY, "23", true).statusCode(201);
        submit(COORDINATOR, "23", false).statusCode(403);
        submit("representative-14", "23", false).statusCode(403);

        Calls.as(COORDINATOR)
                .get(Calls.REQUISITIONS + "/23/history")
                .then()
                .statusCode(200)
                .body("events", hasSize(1))
                .body("events[0].actor", equalTo(Calls.subject(DEPUTY)))
                .body("events[0].onMandateOf", equalTo(Calls.subject(OLD)));
    }

    @Test
    @Order(8)
    void anotherAppliesAndWaitsForAnOfficer() {
        Calls.as(NEW).put(JAMTLAND).then().statusCode(201).body("state", equalTo("BEING_REPLACED"));
        Calls.as(NEW).put(JAMTLAND).then().statusCode(200);
        Calls.as(DEPUTY).put(JAMTLAND).then().statusCode(409);

        submit(NEW, "23", false)
                .statusCode(202)
                .body("state", equalTo("SUBMITTED"))
                .body("wantsRemainingFunds", equalTo(true))
                .body("held", hasSize(1))
                .body("held[0].held", equalTo(2))
                .body("held[0].lapse", equalTo("NOT_APPROVED"))
                .body("held[0].sender", equalTo(Calls.subject(NEW)))
                .body("held[0].wantsRemainingFunds", equalTo(false));
        onHeld(Calls.OFFICER, "release", HELD).statusCode(409).body("action", containsString("mandate"));
    }

    @Test
    @Order(9)
    void theApprovalEndsTheEarlierMandate() {
        Calls.json(Calls.asOfficer(), Calls.REASON)
                .header("If-Match", "\"1\"")
                .post(JAMTLAND + "/approval")
                .then()
                .statusCode(412);
        Calls.json(Calls.asOfficer(), "{}").post(JAMTLAND + "/approval").then().statusCode(422);
        Calls.json(Calls.asOfficer(), Calls.REASON)
                .post(JAMTLAND + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("representative", equalTo(Calls.subject(NEW)))
                .body("deputies", empty())
                .body("dataCoordinators", empty());
        Calls.json(Calls.asOfficer(), Calls.REASON)
                .post(JAMTLAND + "/approval")
                .then()
                .statusCode(409);
    }

    @Test
    @Order(10)
    void whatWasHeldIsReleasedWithTheArrivalTimeThatItHad() {
        String receivedAt = Calls.get("23").extract().path("held[0].receivedAt");
        onHeld(OLD, "release", HELD).statusCode(403);
        onHeld(Calls.OFFICER, "release", "{\"held\": \"2\"}")
                .statusCode(422)
                .body("faults.field", contains("held", "reason"));

        onHeld(NEW, "release", HELD)
                .statusCode(200)
                .body("held", empty())
                .body("receivedAt", equalTo(receivedAt))
                .body("wantsRemainingFunds", equalTo(false));

        onHeld(NEW, "release", HELD).statusCode(404);
        Calls.asOfficer()
                .get(Calls.REQUISITIONS + "/23/history")
                .then()
                .body(
                        "events.type",
                        contains(
                                "requisition-submitted",
                                "requisition-held",
                                "requisition-released",
                                "requisition-changed"));
    }

    @Test
    @Order(11)
    void theFormerRepresentativesAndDeputysAreHeldAndPutAside() {
        submit(OLD, "23", true).statusCode(202).body("held[0].lapse", equalTo("REPLACED"));
        submit(DEPUTY, "23", true).statusCode(202).body("held", hasSize(2));
        Calls.as(OLD).delete(Calls.REQUISITIONS + "/23").then().statusCode(403);

        onHeld(NEW, "dismissal", "{\"held\": 5, \"reason\": \"Står inte för den\"}")
                .statusCode(200)
                .body("held", hasSize(1));
        onHeld(Calls.OFFICER, "dismissal", "{\"held\": 6, \"reason\": \"Ersatt\"}")
                .statusCode(200)
                .body("held", empty())
                .body("state", equalTo("SUBMITTED"))
                .body("wantsRemainingFunds", equalTo(false));
    }

    @Test
    @Order(12)
    void aMandateEndsAndNothingElseWasEverReceived() {
        Calls.json(Calls.as("representative-14"), "{\"reason\": \"Slutar\"}")
                .post(VASTRA_GOTALAND + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("VACANT"));
        submit("deputy-14", "14", true).statusCode(403).body("action", containsString("Apply"));

        ValidatableResponse held = submit("representative-14", "14", true)
                .statusCode(202)
                .body("state", equalTo("HELD"))
                .body("held[0].lapse", equalTo("WITHDRAWN"));
        Calls.act("14", "approval", Calls.REASON).statusCode(404);
        Calls.asOfficer()
                .queryParam("after", Calls.position(held.extract().response()))
                .queryParam("wait", 10)
                .queryParam("state", "HELD")
                .get(Calls.REQUISITIONS)
                .then()
                .body("requisitions.recipient", contains("14"));

        onHeldOf("14", Calls.OFFICER, "dismissal", "{\"held\": 1, \"reason\": \"Ombudet har slutat\"}")
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("reason", equalTo("Ombudet har slutat"));
    }

    @Test
    @Order(13)
    void everybodySeesTheirOwnRequisitionsAndStaffSeeAll() {
        String position =
                Calls.position(submit("representative-03", "03", true).extract().response());

        Calls.as(NEW)
                .queryParam("after", position)
                .queryParam("wait", 10)
                .get(Calls.REQUISITIONS)
                .then()
                .statusCode(200)
                .body("requisitions.recipient", contains("23"))
                .body("total", equalTo(1));
        Calls.as("reader-1").get(Calls.REQUISITIONS).then().body("requisitions.recipient", contains("03", "14", "23"));
        Calls.as(NEW).get(Calls.REQUISITIONS + "/03").then().statusCode(403);
        Calls.as(NEW).get(Calls.REQUISITIONS + "/03/history").then().statusCode(403);
        Calls.as(NEW).get(Calls.REQUISITIONS + "/04").then().statusCode(403);
        Calls.as("feed-patientregistret").get(Calls.REQUISITIONS).then().statusCode(403);
        Calls.as("feed-patientregistret").get(Calls.PROGRAMMES).then().statusCode(200);
    }

    private static ValidatableResponse submit(String client, String recipient, boolean wantsRemainingFunds) {
        return Calls.json(
                        Calls.as(client), "{\"wantsRemainingFunds\": " + wantsRemainingFunds + ", \"certified\": true}")
                .put(Calls.REQUISITIONS + "/" + recipient)
                .then();
    }

    private static ValidatableResponse onHeld(String client, String act, String body) {
        return onHeldOf("23", client, act, body);
    }

    private static ValidatableResponse onHeldOf(String recipient, String client, String act, String body) {
        return Calls.json(Calls.as(client), body)
                .post(Calls.REQUISITIONS + "/" + recipient + "/" + act)
                .then();
    }
}
