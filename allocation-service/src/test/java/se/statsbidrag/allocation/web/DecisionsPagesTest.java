package se.statsbidrag.allocation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.local.test.TestPages;

/** From a proposal to the recipient's decision as a document, in a real browser. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionsPagesTest {
    private static final String PROGRAMME = "pages-of-decisions";
    private static final String HERE = "/money/decisions/" + PROGRAMME;

    @TestHTTPResource("/")
    @Nullable URI address;

    @Inject
    Sources sources;

    private @Nullable TestPages pages;

    @BeforeEach
    void aGrantWithTwoApprovedRequisitions() {
        if (pages != null) {
            return;
        }
        pages = new TestPages(Objects.requireNonNull(address));
        GrantYear year = new GrantYear(sources, PROGRAMME, 2044)
                .definitionInForce()
                .approved("23")
                .approved("24");
        new PlanReader(PROGRAMME).plan(year.after());
    }

    @AfterAll
    void close() {
        pages().close();
    }

    private TestPages pages() {
        return Objects.requireNonNull(pages);
    }

    @Test
    @Order(1)
    void anOfficerProposesWhatThePlanLeavesToDecide() {
        Page page = pages().open("officer-1", "/money/decisions");
        page.locator("main a[href='" + HERE + "']").click();
        assertThat(page.locator("[data-part=due] [data-row='23']")).containsText("Kan beslutas");
        assertThat(page.locator("input[value=block-2]")).isDisabled();

        page.locator("form button:has-text('Föreslå')").click();
        assertThat(page.locator(".faults")).isVisible();
        pages().forgetFaults();
        pages().check(page, "decisions-faults");

        page.locator("input[value=block-1]").check();
        page.locator("textarea").fill("Rekvisitionerna är godkända.");
        page.locator("form button:has-text('Föreslå')").click();
        assertThat(page.locator(".done")).containsText("väntar på en beslutsfattare");
        assertThat(page.locator("[data-part=lines] [data-row='23']")).containsText("4\u00a0761\u00a0904");
        assertThat(page.locator("button:has-text('Besluta')")).hasCount(0);
        pages().check(page, "decision-proposed");
    }

    @Test
    @Order(2)
    void anotherDecidesAndTheRecipientReadsItsDecision() throws java.io.IOException {
        Page page = pages().open("decision-maker-1", HERE + "/1");
        page.locator("textarea").fill("Stämmer med planen.");
        page.locator("button:has-text('Besluta')").click();
        assertThat(page.locator(".done")).containsText("Beslutet är fattat");
        assertThat(page.locator("[data-part=facts]")).containsText("Beslutat av");
        pages().check(page, "decision-decided");
        page.navigate(pages().address(HERE));
        assertThat(page.locator("[data-part=due] [data-row=none]")).isVisible();
        pages().check(page, "decisions-programme");

        Page own = pages().open("representative-23", "/money/" + PROGRAMME + "/23");
        Locator money = own.locator("[data-part=money]");
        assertThat(money).containsText("4\u00a0761\u00a0904\u00a0kr", new ContainsTextOptions().setTimeout(20_000));
        money.locator("a").click();
        assertThat(own.locator(".decision-letter")).containsText("Diarienummer");
        assertThat(own.locator(".decision-letter")).not().containsText("Överklagande");
        pages().check(own, "decision-letter");

        String file = pages().address("/money/" + PROGRAMME + "/23/decisions/1/document.pdf");
        byte[] first = fetched(own, file);
        assertThat(fetched(own, file)).isEqualTo(first);
        assertThat(new String(first, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Region Jämtland Härjedalen", "Rekvisitionerna är godkända.", "R-K5", "Förbehåll");
        }
        own.navigate(pages().address("/money/" + PROGRAMME + "/24/decisions/1"));
        assertThat(own.locator("h1")).hasText("Du har inte behörighet till sidan");
        pages().forgetFaults();
    }

    private static byte[] fetched(Page page, String address) {
        APIResponse response = page.request().get(address);
        assertThat(response.status()).isEqualTo(200);
        return response.body();
    }
}
