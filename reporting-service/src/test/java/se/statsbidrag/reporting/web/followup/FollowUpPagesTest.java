package se.statsbidrag.reporting.web.followup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.local.DemonstrationPeople;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SharesPlan;
import se.statsbidrag.reporting.support.SignedIn;
import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * A region writes its activities and its report, and an officer accepts it. It shares a start of the application with other
 * tests, and has a region of its own.
 */
@QuarkusTest
@WithTestResource(value = ReportingParts.class, scope = TestResourceScope.MATCHING_RESOURCES)
@ExtendWith(SignedIn.class)
class FollowUpPagesTest {
    private static final OtherServices OTHERS = OtherServices.ofThisApplication();
    private static final String PROGRAMME = "tillganglighet-2025";
    private static final String PLAN = "/reporting/v1/programmes/" + PROGRAMME + "/activity-plans/14";
    private static final String REPORTS = "/overview/follow-up/" + PROGRAMME;
    private static final String REGION = "232100-0131";

    @TestHTTPResource("/")
    @Nullable URI address;

    private static void theRegionHasItsMandate() {
        if (given().get("/reporting/v1/programmes/" + PROGRAMME + "/follow-ups").statusCode() == 404) {
            OTHERS.publishPlan(PROGRAMME, new SharesPlan(OTHERS.putInForce(PROGRAMME)).text());
        }
        OTHERS.say(
                "mandate/" + REGION,
                new RepresentativeApproved(
                        new OrganisationNumber(REGION),
                        DemonstrationPeople.subject("representative-14").toString(),
                        "complete"));
        Service.awaitReady();
        Service.setClock("2026-03-10T10:00:00+01:00");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().header("Authorization", SignedIn.bearer("representative-14"))
                        .contentType("application/json")
                        .body("{\"onlyTheYearsDepreciation\": true, \"newActivityNeedsBudgetAfterwards\": false}")
                        .put(PLAN + "/policies")
                        .then()
                        .statusCode(200));
    }

    @Test
    void aRegionWritesWhatItUsedAndAnOfficerAcceptsIt() {
        theRegionHasItsMandate();
        try (TestPages pages = new TestPages(Objects.requireNonNull(address))) {
            Page officer = pages.open("officer-1", REPORTS);
            assertThat(officer.locator("[data-row='14']")).containsText("Inte påbörjad");
            assertThat(officer.locator("[data-row='14']")).containsText("Sen");
            pages.check(officer, "follow-ups");

            Page region = pages.open("representative-14", REPORTS + "/14/activities");
            theRegionPlansAndBooks(pages, region);
            theRegionHandsItsReportIn(pages, region);

            assertThat(officer.locator("[data-row='14']")).containsText("Inskickad");
            officer.locator("[data-row='14'] a").click();
            officer.locator("#act-accept summary").click();
            officer.locator("#accept-reason").fill("Fullständig");
            officer.locator("#act-accept button").click();
            assertThat(officer.locator(".done")).containsText("godkänd");
            pages.check(officer, "follow-up-accepted");
        }
    }

    /** The table that comes with the first activity makes another page of it; what is typed stays all the same. */
    private static void whatOthersWriteTakesNothingThatIsTyped(Page region) {
        region.locator("#act-activity summary").click();
        region.locator("#activity-name").fill("Vårdhotell");
        given().header("Authorization", SignedIn.bearer("representative-14"))
                .contentType("application/json")
                .body("""
                        {"activities": [{"id": "1", "name": "Sjukhotell", "unit": "", "amount": 100000, "points": ["3"]}]}
                        """)
                .put(PLAN)
                .then()
                .statusCode(200);
        assertThat(region.locator("[data-part=sums]")).containsText("100\u00a0000");
        assertThat(region.locator("#activity-name")).hasValue("Vårdhotell");
        region.locator("#activity-name").clear();
    }

    private static void theRegionPlansAndBooks(TestPages pages, Page region) {
        whatOthersWriteTakesNothingThatIsTyped(region);
        region.locator("#activity-id").fill("1");
        region.locator("#activity-amount").fill("250 000");
        region.locator("#act-activity button").click();
        assertThat(region.locator(".faults")).containsText("Fältet är tomt");
        pages.forgetFaults();
        region.locator("#activity-name").fill("Vårdhotell");
        region.locator("#activity-points").fill("3 4");
        region.locator("#act-activity button").click();
        assertThat(region.locator(".done")).containsText("sparad");
        assertThat(region.locator("[data-part=activities]")).containsText("Vårdhotell");
        region.locator("#act-cost summary").click();
        region.locator("#cost-costs")
                .fill("activity,provider,amount,day,voucher\n1,Vårdhotellet AB,200000,2025-03-31,V-1");
        region.locator("#act-cost button").click();
        assertThat(region.locator("[data-part=sums]")).containsText("200\u00a0000");
        pages.check(region, "activities");
    }

    private static void theRegionHandsItsReportIn(TestPages pages, Page region) {
        region.navigate(pages.address(REPORTS + "/14"));
        assertThat(region.locator("#report-used")).hasValue("200000");
        for (String part : new String[] {"RESULTS", "RESULTS_AGAINST_PURPOSE", "PRODUCTION_PLAN"}) {
            region.locator("#report-" + part).fill("Som avtalat");
        }
        region.locator("button[value=submit]").click();
        assertThat(region.locator(".faults")).containsText("Intyga");
        pages.forgetFaults();
        pages.check(region, "follow-up-report");
        region.locator("#report-certified").check();
        region.locator("button[value=submit]").click();
        assertThat(region.locator(".done")).containsText("inskickad");
    }
}
