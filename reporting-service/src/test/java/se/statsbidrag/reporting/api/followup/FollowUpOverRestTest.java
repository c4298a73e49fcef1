package se.statsbidrag.reporting.api.followup;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.local.DemonstrationPeople;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SharesPlan;
import se.statsbidrag.reporting.support.SignedIn;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Activity plan, costs, report and survey as a region, its RSS and the agency meet them. It shares a start of the
 * application with the tests of the cut-off, which come first by name and leave the clock in December.
 */
@QuarkusTest
@WithTestResource(value = ReportingParts.class, scope = TestResourceScope.MATCHING_RESOURCES)
@ExtendWith(SignedIn.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowUpOverRestTest {
    private static final OtherServices OTHERS = OtherServices.ofThisApplication();
    private static final String ACCESS = "tillganglighet-2025";
    private static final String CARE = "god-nara-vard-2025";
    private static final String PROGRAMMES = "/reporting/v1/programmes/";
    private static final String PLAN = PROGRAMMES + ACCESS + "/activity-plans/23";
    private static final String REPORTS = PROGRAMMES + ACCESS + "/follow-ups";
    private static final String REPORT = REPORTS + "/23";
    private static final OrganisationNumber REGION = new OrganisationNumber("232100-0214");

    private static ValidatableResponse call(String client, String method, String path, String type, String body) {
        return given().header("Authorization", SignedIn.bearer(client))
                .contentType(type)
                .body(body)
                .request(method, path)
                .then();
    }

    private static ValidatableResponse json(String client, String method, String path, String body) {
        return call(client, method, path, "application/json", body);
    }

    private static ValidatableResponse read(String client, String path) {
        return given().header("Authorization", SignedIn.bearer(client))
                .get(path)
                .then();
    }

    private static String person(String client) {
        return DemonstrationPeople.subject(client).toString();
    }

    private static String plan() throws IOException {
        StringBuilder activities = new StringBuilder();
        List<String> lines =
                Files.readAllLines(Path.of("src/test/resources/jamtland-harjedalen-activity-plan-2025.csv"));
        for (int line = 1; line < lines.size(); line++) {
            List<String> fields = List.of(lines.get(line).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
            String points = fields.get(0).isEmpty() ? "" : "\"" + fields.get(0).replace(" ", "\", \"") + "\"";
            activities
                    .append(line == 1 ? "" : ",")
                    .append("{\"id\": \"%d\", \"name\": \"%s\", \"unit\": \"%s\", \"amount\": %s, \"points\": [%s]}"
                            .formatted(
                                    line,
                                    fields.get(1).replace("\"", ""),
                                    (fields.get(2) + " " + fields.get(3)).strip(),
                                    fields.get(4).isEmpty() ? "0" : fields.get(4),
                                    points));
        }
        return "{\"activities\": [" + activities + "]}";
    }

    @Test
    @Order(1)
    void theGrantsAreInForceAndTheRegionHasItsMandate() {
        OTHERS.publishPlan(ACCESS, new SharesPlan(OTHERS.putInForce(ACCESS)).text());
        OTHERS.putInForce(CARE);
        MandateReference mandate = new MandateReference(REGION, person("representative-23"));
        OTHERS.say(
                "mandate/" + REGION,
                new RepresentativeApproved(REGION, mandate.representative(), "complete"),
                new DelegateInvited(mandate, DelegateRole.DATA_COORDINATOR, person("data-coordinator-23")));
        Service.awaitReady();
        Service.setClock("2025-12-02T10:00:00+01:00");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> read("officer-1", PLAN)
                        .statusCode(200)
                        .body("grant.amount", equalTo(147_463_134))
                        .body("grant.from", equalTo("PLAN")));
    }

    @Test
    @Order(2)
    void theRegionsActivityPlanShowsItsDifferenceToTheGrant() throws IOException {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> json("representative-23", "PUT", PLAN, plan()).statusCode(200));
        json("representative-23", "PUT", PLAN, plan())
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("activities", hasSize(27))
                .body("planned", equalTo(147_463_000))
                .body("difference", equalTo(134))
                .body("objectCode", equalTo("9929"))
                .body("log", equalTo("operations"))
                .body("position", notNullValue());
    }

    @Test
    @Order(3)
    void moneyIsMovedAndCostsAreBookedOrEveryFaultIsNamed() {
        json("data-coordinator-23", "POST", PLAN + "/moves", """
                {"from": "3", "to": "4", "amount": 500000, "reason": "Fler medicinska vårddygn"}""")
                .statusCode(200)
                .body("planned", equalTo(147_463_000))
                .body("moves.amount", contains(500_000));
        call("data-coordinator-23", "POST", PLAN + "/costs", "text/csv; charset=UTF-8", """
                activity,provider,amount,day,voucher
                3,Vårdhotellet AB,900000,2025-03-31,V-1
                4,Region Jämtland Härjedalen,150000,2025-04-30,V-2
                """)
                .statusCode(200)
                .body("used", equalTo(1_050_000))
                .body("unused", equalTo(146_413_134));
        call("representative-23", "POST", PLAN + "/costs", "text/csv; charset=UTF-8", """
                activity,provider,amount,day,voucher
                3,Vårdhotellet AB,900000,2025-03-31,V-1
                x,,mycket,2025-02-30,V-3
                99,Någon,1,2026-01-01,V-4
                """)
                .statusCode(422)
                .body("faults.row", contains(3, 3, 2, 4, 4))
                .body("faults.field", contains("amount", "day", "voucher", "activity", "day"));
        json("representative-23", "POST", PLAN + "/costs", """
                {"costs": [{"activity": "3", "provider": "Vårdhotellet AB", "amount": -100000, "day": "2025-05-01",
                  "voucher": "V-5", "objectCode": "1000"}]}""")
                .statusCode(422)
                .body("faults.field", contains("objectCode"));
        read("reader-1", PLAN + "/costs")
                .statusCode(200)
                .body("costs.objectCode", contains("9929", "9929"))
                .body("used", equalTo(1_050_000));
        json("representative-23", "PUT", PLAN + "/policies", """
                {"onlyTheYearsDepreciation": true, "newActivityNeedsBudgetAfterwards": true}""")
                .statusCode(200)
                .body("policies.onlyTheYearsDepreciation", equalTo(true));
    }

    @Test
    @Order(4)
    void whoMayNotIsRefusedAndWhatIsNotThereIsSaid() throws IOException {
        json("representative-14", "PUT", PLAN, plan()).statusCode(403);
        json("representative-23-new", "PUT", PLAN, plan()).statusCode(403).body("detail", containsString("mandate"));
        json("officer-1", "PUT", PLAN, plan()).statusCode(403);
        read("representative-14", PLAN).statusCode(403);
        read("officer-1", PROGRAMMES + ACCESS + "/activity-plans/99").statusCode(404);
        read("officer-1", PROGRAMMES + CARE + "/activity-plans/23").statusCode(404);
        read("officer-1", PROGRAMMES + "no-such/follow-ups").statusCode(404);
        read("officer-1", PROGRAMMES + ACCESS + "/survey").statusCode(404);
        read("officer-1", REPORTS + "?state=LOST&late=maybe&limit=0")
                .statusCode(422)
                .body("faults.field", contains("state", "late", "limit"));
    }

    @Test
    @Order(5)
    void decidedMoneyTakesThePlaceOfThePlansAndPaymentsShow() {
        RecipientCode recipient = new RecipientCode("23");
        ProgrammeId programme = new ProgrammeId(ACCESS);
        PaymentDetails account = new PaymentDetails(PaymentDetails.Kind.BANKGIRO, "50501055", "");
        OTHERS.sayOfMoney(
                ACCESS,
                new PayoutsDecided(
                        programme,
                        1,
                        "TV-2025-B1",
                        2,
                        "ab".repeat(32),
                        "cd".repeat(32),
                        List.of(),
                        List.of(new PotId("access")),
                        List.of(new PayoutsDecided.Line(recipient, new PotId("access"), 147_463_134, 147_463_134)),
                        "somebody",
                        "Rekvisitionen är godkänd"),
                new PaymentBatchPrepared(
                        programme,
                        1,
                        "TV-1",
                        Instant.parse("2025-05-12T08:00:00Z"),
                        LocalDate.of(2025, 5, 14),
                        "",
                        new OrganisationNumber("202100-0555"),
                        "Socialstyrelsen",
                        account,
                        List.of(new PaymentBatchPrepared.Payment(
                                "TV-1-23",
                                recipient,
                                List.of(1),
                                147_463_134,
                                "Region Jämtland Härjedalen",
                                account,
                                "Statsbidrag")),
                        "ef".repeat(32)),
                new PaymentsBooked(
                        programme,
                        "2025-05-14",
                        "statement-1",
                        List.of(new PaymentsBooked.Entry("REF", "TV-1-23", 147_463_134, LocalDate.of(2025, 5, 14)))));

        read("representative-23", REPORTS + "?after=allocations:3&wait=10").statusCode(200);
        read("representative-23", REPORT)
                .body("state", equalTo("NOT_BEGUN"))
                .body("open", equalTo(false))
                .body("late", equalTo(false))
                .body("known.grant.from", equalTo("DECIDED"))
                .body("known.decisions.amount", contains(147_463_134))
                .body("known.payments.bookedOn", contains("2025-05-14"))
                .body("known.activityPlan.difference", equalTo(134))
                .body("known.activityPlan.used", equalTo(1_050_000))
                .body("suggested.used", equalTo(1_050_000))
                .body("suggested.parts.part", hasItem("FINANCIAL_STATEMENT"))
                .body("asked.part", hasItem("PRODUCTION_PLAN"))
                .body("content", nullValue());
        read("representative-14", REPORT).statusCode(403);
        read("representative-23", REPORTS).body("followUps.recipient", contains("23"));
        read("officer-1", REPORTS).body("total", equalTo(21));
    }

    @Test
    @Order(6)
    void theReportIsWrittenByOneWhoMayBeginAndHandedInByOneWhoMaySubmit() {
        String some = "{\"used\": 147000000, \"parts\": [{\"part\": \"USE\", \"text\": \"Vårdhotell\"}]}";
        json("data-coordinator-23", "PUT", REPORT, some).statusCode(403);
        json("representative-23", "PUT", REPORT, some).statusCode(200).body("state", equalTo("DRAFT"));
        json("data-coordinator-23", "PUT", REPORT, whole()).statusCode(200).body("content.parts", hasSize(6));
        json("representative-23", "POST", REPORT + "/submission", "{\"certified\": true}")
                .statusCode(409)
                .body("detail", containsString("2026-01-12"));
        Service.setClock("2026-02-20T10:00:00+01:00");
        json("data-coordinator-23", "POST", REPORT + "/submission", "{\"certified\": true}")
                .statusCode(403);
        json("representative-23", "POST", REPORT + "/submission", "{\"certified\": false}")
                .statusCode(422)
                .body("faults.field", contains("certified"));
        json("representative-23", "POST", REPORT + "/submission", "{\"certified\": true}")
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("caseNumber", equalTo("TV-2025-U23"))
                .body("late", equalTo(false));
        json("representative-23", "PUT", REPORT, some).statusCode(409);
    }

    @Test
    @Order(7)
    void anOfficerSendsItBackAndAcceptsItAndLateIsDerived() {
        json("officer-1", "POST", REPORT + "/return", "{\"reason\": \" \", \"completeBy\": \"2026-02-19\"}")
                .statusCode(422)
                .body("faults.field", contains("reason", "completeBy"));
        json("officer-1", "POST", REPORT + "/return", "{\"reason\": \"Komplettera\", \"completeBy\": \"2026-03-13\"}")
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("returned.completeBy", equalTo("2026-03-13"));
        Service.setClock("2026-03-02T10:00:00+01:00");
        int position = json("representative-23", "POST", REPORT + "/submission", "{\"certified\": true}")
                .statusCode(200)
                .body("late", equalTo(false))
                .extract()
                .path("position");
        read("officer-1", REPORTS + "?limit=100&after=operations:" + position + "&wait=10")
                .statusCode(200)
                .body("dueDate", equalTo("2026-02-27"))
                .body("followUps.find { it.recipient == '23' }.state", equalTo("SUBMITTED"))
                .body("followUps.find { it.recipient == '23' }.late", equalTo(false))
                .body("followUps.find { it.recipient == '14' }.state", equalTo("NOT_BEGUN"))
                .body("followUps.find { it.recipient == '14' }.daysLate", equalTo(3));
        read("officer-1", REPORTS + "?late=true&limit=100").body("followUps.recipient", not(hasItem("23")));
        json("officer-1", "POST", REPORT + "/acceptance", "{\"reason\": \"Fullständig\"}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        json("officer-1", "POST", REPORT + "/acceptance", "{\"reason\": \"Igen\"}")
                .statusCode(409);
        read("officer-1", REPORTS + "?state=RETURNED").body("followUps", empty());
    }

    @Test
    @Order(8)
    void aCountysSurveyIsAnsweredByItsRegionAndByRssForTheMunicipalities() {
        String survey = PROGRAMMES + CARE + "/survey";
        json("representative-23", "PUT", survey + "/23/region", "{\"text\": \"Primärvården växer\"}")
                .statusCode(200)
                .body("county.region.late", equalTo(true));
        json("officer-1", "PUT", survey + "/23/rss", """
                {"text": "Länets kommuner", "municipalities": [{"municipality": "2380", "text": "Fler team"},
                 {"municipality": "0180", "text": "Fel län"}, {"municipality": "x", "text": "?"}]}""")
                .statusCode(422)
                .body("faults.field", contains("municipalities[2].municipality"));
        json("officer-1", "PUT", survey + "/23/rss", """
                {"text": "Länets kommuner", "municipalities": [{"municipality": "2380", "text": "Fler team"}]}""")
                .statusCode(200)
                .body("county.rss.municipalities.municipality", contains("2380"))
                .body("county.unheard", hasSize(7));
        json("representative-14", "PUT", survey + "/23/rss", "{\"text\": \"Fel län\"}")
                .statusCode(403);
        json("representative-23", "PUT", survey + "/23/everybody", "{\"text\": \"?\"}")
                .statusCode(404);
        read("reader-1", survey)
                .body("dueDate", equalTo("2025-11-30"))
                .body("counties", hasSize(21))
                .body("counties.find { it.county == '23' }.region.text", equalTo("Primärvården växer"));
        read("representative-23", survey).body("counties.county", contains("23"));
    }

    private static String whole() {
        StringBuilder parts = new StringBuilder();
        for (String part : List.of(
                "USE",
                "RESULTS",
                "RESULTS_AGAINST_PURPOSE",
                "FINANCIAL_STATEMENT",
                "PRODUCTION_PLAN",
                "RESULTS_AGAINST_AGREEMENT")) {
            parts.append(parts.isEmpty() ? "" : ",").append("{\"part\": \"" + part + "\", \"text\": \"Som avtalat\"}");
        }
        return "{\"used\": 147000000, \"parts\": [" + parts + "]}";
    }
}
