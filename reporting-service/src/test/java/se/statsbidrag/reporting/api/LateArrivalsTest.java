package se.statsbidrag.reporting.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SignedIn;

/** A delivery after the cut-off moves no money until two persons have let it in (I-K6; domain: Late arrivals). */
@QuarkusTest
@QuarkusTestResource(value = ReportingParts.class, restrictToAnnotatedClass = true)
@ExtendWith(SignedIn.class)
class LateArrivalsTest {
    private static final OtherServices OTHERS = new OtherServices();
    private static final String DELIVERY = "/reporting/v1/deliveries/patientregistret/2025-10";
    private static final String BASE = "/reporting/v1/late-arrivals";
    private static final String REASON = "{\"reason\": \"Registret låg nere den sista dagen\"}";

    @Test
    void whatComesAfterTheCutOffWaitsForTwoPersons() {
        OTHERS.putProgrammeInForce();
        Service.awaitReady();
        Service.setClock("2025-11-20T23:59:30+01:00");
        deliver(1).statusCode(201).body("status", equalTo("ACCEPTED"));
        Service.setClock("2025-11-22T12:00:00+01:00");
        deliver(2).body("status", equalTo("LATE"));

        aLateDeliveryWaitsWithWhatToSimulate();
        oneProposesAndAnotherAdmits();
        aNewerOneIsDeclinedByOne();
        onlyTheNewestCanBeLetIn();
        whatIsWrongIsSaid();

        OTHERS.extend("delivery-cut-off", LocalDate.parse("2025-11-30"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> list("").body("lateArrivals", empty()).body("total", equalTo(0)));
        act("officer-1", 5, "admission", REASON).statusCode(409).body("detail", containsString("not late"));
    }

    private static void aLateDeliveryWaitsWithWhatToSimulate() {
        list("?state=WAITING&after=operations:3&wait=10")
                .body("lateArrivals", hasSize(1))
                .body("lateArrivals[0].id", equalTo(id(2)))
                .body("lateArrivals[0].revision", equalTo(2))
                .body("lateArrivals[0].deadline", equalTo("delivery-cut-off"))
                .body("lateArrivals[0].dueDate", equalTo("2025-11-20"))
                .body("lateArrivals[0].daysLate", equalTo(2))
                .body("lateArrivals[0].proposal", nullValue())
                .body("lateArrivals[0].simulation.facts[0].type", equalTo("delivery-admitted"))
                .body("lateArrivals[0].simulation.facts[0].data.programme", equalTo(OtherServices.PROGRAMME))
                .body("lateArrivals[0].simulation.facts[0].data.revision", equalTo(2));
        list("?programme=another").body("lateArrivals", empty());
        list("?reporter=another").body("lateArrivals", empty());
        list("?month=2025-09").body("lateArrivals", empty());
        list("?page=2").body("lateArrivals", empty()).body("total", equalTo(1));
    }

    private static void oneProposesAndAnotherAdmits() {
        int proposal = act("officer-1", 2, "admission", REASON)
                .statusCode(202)
                .body("state", equalTo("PROPOSED"))
                .body("proposal", notNullValue())
                .body("proposedBy", notNullValue())
                .extract()
                .path("position");
        act("officer-1", 2, "admission", REASON).statusCode(409).body("type", containsString("second-person"));
        list("?after=operations:" + proposal + "&wait=10")
                .body("lateArrivals.state", contains("PROPOSED"))
                .body("lateArrivals[0].proposal", equalTo(proposal))
                .body("lateArrivals[0].proposedBy", notNullValue());
        list("?state=WAITING").body("lateArrivals", empty());
        list("?state=PROPOSED").body("lateArrivals.revision", contains(2));
        given().header("Authorization", SignedIn.bearer("reader-1"))
                .get(BASE)
                .then()
                .body("lateArrivals[0].proposedBy", nullValue());
        given().get(DELIVERY).then().body("inForceForMoney", empty());

        int position = act("officer-2", 2, "admission", REASON)
                .statusCode(200)
                .body("state", equalTo("ADMITTED"))
                .body("simulation", nullValue())
                .body("log", equalTo("operations"))
                .extract()
                .path("position");

        list("?after=operations:" + position + "&wait=10").body("lateArrivals.state", contains("ADMITTED"));
        given().get(DELIVERY)
                .then()
                .body("inForceForMoney", contains(OtherServices.PROGRAMME))
                .body("status", equalTo("ACCEPTED"))
                .body("lateFor", empty());
        given().get(DELIVERY + "?revision=1").then().body("inForceForMoney", empty());
        given().get("/reporting/v1/deliveries").then().body("deliveries[0].lateFor", empty());
        act("officer-2", 2, "admission", REASON).statusCode(409).body("detail", containsString("admitted already"));
        act("officer-2", 2, "decline", REASON).statusCode(409);
    }

    private static void aNewerOneIsDeclinedByOne() {
        deliver(3).body("status", equalTo("LATE")).body("lateFor", contains(OtherServices.PROGRAMME));
        act("officer-1", 3, "admission", REASON).statusCode(202);
        int position = act("officer-2", 3, "decline", "{\"reason\": \"Inget hindrade en leverans i tid\"}")
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("reason", equalTo("Inget hindrade en leverans i tid"))
                .extract()
                .path("position");
        list("?after=operations:" + position + "&wait=10").body("lateArrivals.state", contains("ADMITTED", "DECLINED"));
        given().get(DELIVERY).then().body("inForceForMoney", empty()).body("status", equalTo("LATE"));
        given().get(DELIVERY + "?revision=2").then().body("inForceForMoney", contains(OtherServices.PROGRAMME));
        given().get("/reporting/v1/proposals").then().body("proposals.act", empty());
        act("officer-1", 3, "admission", REASON).statusCode(409).body("detail", containsString("declined already"));
    }

    private static void onlyTheNewestCanBeLetIn() {
        deliver(4);
        int proposal = act("officer-1", 4, "admission", REASON)
                .statusCode(202)
                .extract()
                .path("position");
        given().get("/reporting/v1/proposals?after=operations:" + proposal + "&wait=10")
                .then()
                .body("proposals.subject", contains(id(4)));
        int position = deliver(5).extract().path("position");
        act("officer-2", 4, "admission", REASON).statusCode(409).body("detail", containsString("Revision 5"));
        list("?after=operations:" + position + "&wait=10")
                .body("lateArrivals.revision", contains(2, 3, 5))
                .body("lateArrivals.state", contains("ADMITTED", "DECLINED", "WAITING"));
        given().get("/reporting/v1/proposals").then().statusCode(200).body("proposals", empty());
        list("?limit=1&page=2").body("lateArrivals.revision", contains(3)).body("total", equalTo(3));
        list("?limit=2&page=2").body("lateArrivals.revision", contains(5)).body("total", equalTo(3));
        list("?state=DECLINED").body("lateArrivals.revision", contains(3)).body("total", equalTo(1));
        list("?reporter=patientregistret&month=2025-10&programme=" + OtherServices.PROGRAMME)
                .body("total", equalTo(3));
    }

    private static void whatIsWrongIsSaid() {
        act("officer-1", 9, "admission", REASON).statusCode(404);
        act("officer-1", 1, "admission", REASON).statusCode(409).body("detail", containsString("not late"));
        act("officer-1", 5, "admission", "{\"reason\": \" \"}")
                .statusCode(422)
                .body("faults.field", contains("reason"));
        act("officer-1", 5, "decline", "{}").statusCode(422).body("faults.field", contains("reason"));
        act("officer-1", 5, "decline", "{").statusCode(400);
        act("feed-patientregistret", 5, "decline", REASON).statusCode(403);
        for (String what : new String[] {"admission", "decline"}) {
            given().contentType("application/json")
                    .post(BASE + "/" + id(5) + "/" + what)
                    .then()
                    .statusCode(400)
                    .body("faults[0].fault", equalTo("The body is empty"));
        }
        for (String name : new String[] {"nothing", "a--b--2025-13--1", "a--b--2025-03--1"}) {
            given().contentType("application/json")
                    .body(REASON)
                    .post(BASE + "/" + name + "/decline")
                    .then()
                    .statusCode(404);
        }
        given().get(BASE + "?state=LOST&month=May&limit=0")
                .then()
                .statusCode(422)
                .body("faults.field", contains("month", "state", "limit"));
    }

    private static ValidatableResponse deliver(int count) {
        return Service.putCsv("patientregistret", "2025-10", "01,01,PUBLIC,CATARACT," + count + "\n");
    }

    private static ValidatableResponse list(String query) {
        return given().get(BASE + query).then().statusCode(200);
    }

    private static ValidatableResponse act(String client, int revision, String what, String body) {
        return given().header("Authorization", SignedIn.bearer(client))
                .contentType("application/json")
                .body(body)
                .post(BASE + "/" + id(revision) + "/" + what)
                .then();
    }

    private static String id(int revision) {
        return OtherServices.PROGRAMME + "--patientregistret--2025-10--" + revision;
    }
}
