package se.statsbidrag.reporting.web.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.reporting.support.AnsweringServices;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.ShippedDefinition;
import se.statsbidrag.reporting.support.SignedIn;
import se.statsbidrag.reporting.support.WrittenBalances;
import se.statsbidrag.reporting.support.WrittenPlan;

/** An officer reads and fetches a report to the government. It shares a start of the application with other tests. */
@QuarkusTest
@WithTestResource(value = ReportingParts.class, scope = TestResourceScope.MATCHING_RESOURCES)
@ExtendWith(SignedIn.class)
class GovernmentReportPagesTest {
    private static final OtherServices OTHERS = OtherServices.ofThisApplication();
    private static final String GRANT = OtherServices.PROGRAMME;
    private static final String REPORTS = "/overview/reports/" + GRANT;
    private static final Instant NOW = Instant.parse("2026-03-15T10:00:00Z");

    @TestHTTPResource("/")
    @Nullable URI address;

    private static void theGrantIsInForceAndAllServicesAnswer() {
        OTHERS.putInForceUnlessItIs(GRANT);
        Service.awaitReady();
        Service.setClock(NOW.toString());
        AnsweringServices answers = OTHERS.answerAt(NOW.plusSeconds(3_600));
        answers.answer(
                GRANT,
                Instant.EPOCH,
                new WrittenPlan()
                        .earned("01", 41_000_000)
                        .earned("03", 14_924_388)
                        .on(1),
                new WrittenBalances(ShippedDefinition.definition(GRANT))
                        .decided("01", 4_761_904, 4_000_000)
                        .text());
        Service.putCsv(
                "patientregistret",
                "2025-09",
                "01,01,PUBLIC,CATARACT,60\n01,03,PUBLIC,CATARACT,3\n03,03,PRIVATE,CATARACT,41\n");
    }

    @Test
    void anOfficerFindsReadsAndFetchesAReport() {
        theGrantIsInForceAndAllServicesAnswer();
        try (TestPages pages = new TestPages(Objects.requireNonNull(address))) {
            Page officer = pages.open("officer-1", "/overview/programmes/" + GRANT);
            officer.locator(".tabs a[href='" + REPORTS + "']").click();
            assertThat(officer.locator("h1")).containsText("Rapporter till regeringen");
            assertThat(officer.locator("[data-row=final]")).containsText("31 mars 2026");
            assertThat(officer.locator("[data-row=final]")).containsText("KV-2025-R2");
            pages.check(officer, "government-reports");

            officer.locator("[data-row=final] th a").click();
            assertThat(officer.locator("h1")).containsText("Slutredovisning av uppdraget");
            assertThat(officer.locator("#fulfilment-block-2")).containsText("48,7");
            assertThat(officer.locator("#recipients tr.sum")).containsText("4\u00a0761\u00a0904");
            pages.check(officer, "government-report");
            Download file = officer.waitForDownload(
                    () -> officer.locator("[data-export=pdf]").click());
            assertThat(file.suggestedFilename()).startsWith(GRANT + "_final_").endsWith(".pdf");

            officer.navigate(pages.address(REPORTS + "?asOf=2031-01-01"));
            assertThat(officer.locator(".faults")).containsText("inte kommit");
            pages.forgetFaults();
        }
    }
}
