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
import se.statsbidrag.reporting.support.SignedIn;
import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * A county answers the survey as its region and for its municipalities, and an officer sees who is late and who is missing
 * (R-G8). It shares a start of the application with other tests, and has a county of its own.
 */
@QuarkusTest
@WithTestResource(value = ReportingParts.class, scope = TestResourceScope.MATCHING_RESOURCES)
@ExtendWith(SignedIn.class)
class SurveyPagesTest {
    private static final OtherServices OTHERS = OtherServices.ofThisApplication();
    private static final String PROGRAMME = "god-nara-vard-2025";
    private static final String API = "/reporting/v1/programmes/" + PROGRAMME + "/survey";
    private static final String SURVEY = "/overview/follow-up/" + PROGRAMME + "/survey";
    private static final String REGION = "232100-0073";

    @TestHTTPResource("/")
    @Nullable URI address;

    private static void theSurveyIsOverAndTheRegionHasItsMandate() {
        if (given().get(API).statusCode() == 404) {
            OTHERS.putInForce(PROGRAMME);
        }
        OTHERS.say(
                "mandate/" + REGION,
                new RepresentativeApproved(
                        new OrganisationNumber(REGION),
                        DemonstrationPeople.subject("representative-08").toString(),
                        "complete"));
        Service.awaitReady();
        Service.setClock("2026-03-11T10:00:00+01:00");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().header("Authorization", SignedIn.bearer("representative-08"))
                        .contentType("application/json")
                        .body("{\"text\": \"Ett första svar\"}")
                        .put(API + "/08/region")
                        .then()
                        .statusCode(200));
    }

    @Test
    void aCountyAnswersAndAnOfficerSeesWhoIsLateAndWhoIsMissing() {
        theSurveyIsOverAndTheRegionHasItsMandate();
        try (TestPages pages = new TestPages(Objects.requireNonNull(address))) {
            Page officer = pages.open("officer-1", SURVEY);
            assertThat(officer.locator("[data-part=counties] tr")).hasCount(21);
            assertThat(officer.locator("[data-row='08']")).containsText("Svarat sent");
            assertThat(officer.locator("[data-row='08']")).containsText("Saknas");
            assertThat(officer.locator("[data-row='08']")).containsText("0 av 12");

            theRegionAnswersForItselfAndItsMunicipalities(pages, pages.open("representative-08", SURVEY));

            assertThat(officer.locator("[data-row='08']")).containsText("1 av 12");
            pages.check(officer, "survey");
            officer.locator("select[name=show]").selectOption("late");
            officer.locator("main button:text-is('Visa')").click();
            assertThat(officer.locator("[data-row='08']")).isVisible();
            assertThat(officer.locator("[data-row='10']")).hasCount(0);
            officer.locator("[data-row='08'] a").click();
            assertThat(officer.locator("[data-part=rss]")).containsText("Fler team i hemmet");
            assertThat(officer.locator("#act-rss")).isVisible();

            Page auditor = pages.open("auditor-1", SURVEY + "/08");
            assertThat(auditor.locator("[data-part=region]")).containsText("Primärvården växer");
            assertThat(auditor.locator("main form")).hasCount(0);
        }
    }

    private static void theRegionAnswersForItselfAndItsMunicipalities(TestPages pages, Page region) {
        assertThat(region.locator("[data-part=counties] tr")).hasCount(1);
        region.locator("[data-row='08'] a").click();
        region.locator("#act-region summary").click();
        region.locator("#region-text").fill(" ");
        region.locator("#act-region button").click();
        assertThat(region.locator("#region-text-fault")).containsText("Fältet är tomt");
        pages.forgetFaults();
        region.locator("#region-text").fill("Primärvården växer");
        region.locator("#act-region button").click();
        assertThat(region.locator(".done")).containsText("Regionens svar är sparat");
        assertThat(region.locator("[data-part=region]")).containsText("Primärvården växer");

        region.locator("#act-rss summary").click();
        region.locator("#rss-text").fill("Länets kommuner går framåt");
        region.locator("#rss-m0880").fill("Fler team".repeat(2500));
        region.locator("#act-rss button").click();
        assertThat(region.locator("#rss-m0880-fault")).containsText("Skriv högst 20");
        pages.forgetFaults();
        region.locator("#rss-m0880").fill("Fler team i hemmet");
        pages.check(region, "survey-county-form");
        region.locator("#act-rss button").click();
        assertThat(region.locator(".done")).containsText("kommunerna är sparat");
        assertThat(region.locator("[data-part=rss] tbody tr")).hasCount(1);
        pages.check(region, "survey-county");
    }
}
