package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.PersonErased;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionDraftSaved;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.local.DemonstrationPeople;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Who did what: found by actor, recipient, programme and time, with names for those who may see them until erased. */
@QuarkusTest
@RunningService
class TrailTest {
    private static final String TRAIL = "/test/v1/trail";
    private static final String OFFICER =
            DemonstrationPeople.subject("officer-2").toString();

    @Inject
    EventLog log;

    private static RequestSpecification as(String client) {
        return given().header("Authorization", SignedIn.as(client));
    }

    private static void act(String client, String thing) {
        as(client)
                .contentType("application/json")
                .body("{\"reason\":\"because\",\"count\":1}")
                .put("/test/v1/things/" + thing)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse trail(String client, String query) {
        return as(client).get(TRAIL + "?" + query).then().statusCode(200);
    }

    @Test
    void whatSomebodyDidIsFoundByWhoDidIt() {
        act("officer-2", "trail-1");
        trail("auditor-1", "actor=" + OFFICER)
                .body("acts[0].stream", equalTo("thing/trail-1"))
                .body("acts[0].type", equalTo("tie-resolved"))
                .body("acts.actor", everyItem(equalTo(OFFICER)))
                .body("total", greaterThan(0));
        trail("auditor-1", "actor=nobody").body("total", equalTo(0));
    }

    @Test
    void whatIsAboutAProgrammeOrHappenedInATimeIsFound() {
        Instant before = log.head().time();
        act("officer-2", "trail-2");
        Instant after = log.head().time();
        trail("auditor-1", "programme=p&limit=500").body("acts.stream", hasItem("thing/trail-2"));
        trail("auditor-1", "programme=q&limit=500").body("acts.stream", not(hasItem("thing/trail-2")));
        trail("auditor-1", "recipient=trail-2").body("total", equalTo(1));
        trail("auditor-1", "from=" + before.plusNanos(1_000) + "&to=" + after.plusNanos(1_000))
                .body("acts.stream", hasItem("thing/trail-2"));
        trail("auditor-1", "to=" + before).body("acts.stream", not(hasItem("thing/trail-2")));
    }

    @Test
    void whatWasSavedWithoutBeingSubmittedIsLeftOut() {
        ProgrammeId programme = new ProgrammeId("draft-2025");
        RecipientCode recipient = new RecipientCode("23");
        log.append(
                List.of(new StreamAppend(
                        new StreamName("draft/draft-2025/23"),
                        0,
                        List.of(new RequisitionDraftSaved(
                                programme,
                                recipient,
                                new RequisitionContent(1L, false, false, List.of(), null),
                                new MandateReference(new OrganisationNumber("232100-0214"), OFFICER))))),
                new Origin(OFFICER, "", ""));

        trail("auditor-1", "programme=draft-2025").body("total", equalTo(0)).body("acts.size()", equalTo(0));
        trail("operator-1", "limit=500").body("acts.stream", not(hasItem("draft/draft-2025/23")));
    }

    @Test
    void onlyAuditorsSeeNamesAndNobodyOnceErased() {
        String person = DemonstrationPeople.subject("decision-maker-2").toString();
        String officer = DemonstrationPeople.subject("officer-1").toString();
        act("officer-1", "trail-3");
        await().untilAsserted(
                        () -> trail("auditor-1", "actor=" + officer).body("acts[0].name", equalTo("Åsa Påhittström")));
        trail("operator-1", "actor=" + officer).body("acts[0].name", equalTo(null));

        act("officer-2", "trail-4");
        await().untilAsserted(() ->
                trail("auditor-1", "actor=" + OFFICER).body("acts[0].name", equalTo("Ärling Påhittström")));
        log.append(
                List.of(new StreamAppend(
                        new StreamName("person/" + OFFICER), 0, List.of(new PersonErased(OFFICER, "2035:1")))),
                new Origin(person, "", ""));
        await().untilAsserted(() -> trail("auditor-1", "actor=" + OFFICER).body("acts[0].name", equalTo(null)));
        act("officer-2", "trail-5");
        trail("auditor-1", "actor=" + OFFICER)
                .body("acts[0].stream", equalTo("thing/trail-5"))
                .body("acts[0].name", equalTo(null));
        assertThat(log.readStream(new StreamName("thing/trail-4")).getFirst().payload())
                .doesNotContain("Påhittström");
    }

    @ParameterizedTest
    @CsvSource({"from=yesterday,from", "to=2025,to", "page=0,page", "limit=501,limit", "limit=many,limit"})
    void aWrongParameterIsNamed(String query, String field) {
        as("auditor-1").get(TRAIL + "?" + query).then().statusCode(422).body("faults[0].field", equalTo(field));
    }

    @Test
    void theTrailIsForAuditorsAndOperators() {
        as("officer-1").get(TRAIL).then().statusCode(403);
        as("reader-1").get(TRAIL).then().statusCode(403);
        given().header("Authorization", "Bearer none").get(TRAIL).then().statusCode(401);
    }
}
