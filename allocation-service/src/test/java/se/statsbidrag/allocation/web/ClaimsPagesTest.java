package se.statsbidrag.allocation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PaidGrant;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.local.test.TestPages;

/** Money that was not used is claimed back, partly waived and repaid, in a real browser. */
@QuarkusTest
@AllocationService
class ClaimsPagesTest {
    private static final String PROGRAMME = "pages-of-claims";
    private static final String HERE = "/money/claims/" + PROGRAMME;

    @TestHTTPResource("/")
    @Nullable URI address;

    @Inject
    Sources sources;

    @Inject
    EventLog log;

    @Test
    void whatWasNotUsedIsClaimedAnsweredPartlyWaivedInvoicedAndRepaid() throws IOException {
        GrantYear year = new GrantYear(sources, PROGRAMME, 2051);
        PaidGrant grant = PaidGrant.of(log, PROGRAMME, year);
        grant.agencyIsPaidByBankgiro();
        year.reported("23", PaidGrant.BLOCK_1, PaidGrant.BLOCK_1 - 40_000);
        new PlanReader(PROGRAMME).plan(year.after());

        try (TestPages pages = new TestPages(Objects.requireNonNull(address))) {
            Page officer = pages.open("officer-1", HERE);
            proposesAndTells(pages, officer);
            Page recipient = pages.open("representative-23", HERE);
            answers(pages, recipient);
            proposesAWaiver(pages, officer);
            decides(pages, pages.open("decision-maker-1", HERE + "/1"));
            readsTheDecision(pages, recipient);
            invoicesAndBooks(pages, pages.open("economist-1", HERE + "/1"));
            recipient.navigate(pages.address("/money/" + PROGRAMME + "/23"));
            assertThat(recipient.locator("[data-part=money]")).containsText("Återbetalt");
        }
    }

    private static void proposesAndTells(TestPages pages, Page page) {
        Locator suggestion = page.locator("[data-part=suggestions] tr").first();
        assertThat(suggestion).containsText("40\u00a0000");
        assertThat(suggestion).containsText("inte använts");
        pages.check(page, "claims-suggested");
        suggestion.locator("a:has-text('Fyll i')").click();
        assertThat(page.locator("#propose-amount")).hasValue("40000");
        page.locator("#propose-amount").fill("fyrtio");
        page.locator("button:text-is('Föreslå')").click();
        assertThat(page.locator("#propose-amount-fault")).containsText("hela kronor");
        pages.forgetFaults();
        page.locator("#propose-amount").fill("40 000");
        page.locator("button:has-text('Visa följderna')").click();
        assertThat(page.locator("#foljder")).containsText("4\u00a0721\u00a0904");
        pages.check(page, "claims-consequences");
        page.locator("button:text-is('Föreslå')").click();
        assertThat(page.locator(".done")).containsText("Mottagaren vet inget");
        page.locator("button:text-is('Underrätta')").click();
        assertThat(page.locator("#notice-reason-fault")).containsText("Skriv varför");
        pages.forgetFaults();
        page.locator("#notice-reason").fill("Underlaget är klart.");
        page.locator("button:text-is('Underrätta')").click();
        assertThat(page.locator(".done")).containsText("kan svara");
        assertThat(page.locator("h2:has-text('Föreslå beslut')")).hasCount(0);
        pages.check(page, "claim-told");
    }

    private static void answers(TestPages pages, Page page) {
        page.locator("[data-part=claims] a").click();
        assertThat(page.locator("h2:has-text('Ta tillbaka')")).hasCount(0);
        page.locator("#answer-answer").fill("Sjukhuset brann; utrustningen gick inte att köpa.");
        page.locator("button:has-text('Skicka svaret')").click();
        assertThat(page.locator(".done")).containsText("mottaget");
        pages.check(page, "claim-answered");
    }

    private static void proposesAWaiver(TestPages pages, Page page) {
        page.navigate(pages.address(HERE + "/1"));
        assertThat(page.locator("[data-part=facts]")).containsText("Sjukhuset brann");
        page.locator("#decide-claimed").fill("30 000");
        page.locator("#decide-waived").fill("5 000");
        page.locator("#decide-reason").fill("Branden är ett särskilt skäl.");
        page.locator("button:has-text('Föreslå beslutet')").click();
        assertThat(page.locator("#decide-claimed-fault")).containsText("40\u00a0000");
        pages.forgetFaults();
        page.locator("#decide-waived").fill("10 000");
        page.locator("button:has-text('Visa följderna')").click();
        assertThat(page.locator("table:has(#beslut-foljder)")).containsText("30\u00a0000");
        pages.check(page, "claim-decision-consequences");
        page.locator("button:has-text('Föreslå beslutet')").click();
        assertThat(page.locator(".done")).containsText("väntar på en beslutsfattare");
        assertThat(page.locator("button:text-is('Besluta')")).hasCount(0);
    }

    private static void decides(TestPages pages, Page page) {
        assertThat(page.locator("table:has(#vantande-foljder)")).containsText("Efterskänkt");
        page.locator("#settle-reason").fill("Skälen räcker.");
        page.locator("button:text-is('Besluta')").click();
        assertThat(page.locator(".done")).containsText("Beslutet är fattat");
        pages.check(page, "claim-decided");
    }

    private static void readsTheDecision(TestPages pages, Page page) throws IOException {
        page.navigate(pages.address(HERE + "/1"));
        page.locator("[data-part=facts] a[href$='/decision']").click();
        assertThat(page.locator(".decision-letter")).containsText("30\u00a0000\u00a0kr");
        assertThat(page.locator(".decision-letter")).not().containsText("Överklagande");
        pages.check(page, "claim-letter");
        String file = pages.address(HERE + "/1/decision/document.pdf");
        byte[] first = fetched(page, file);
        assertThat(fetched(page, file)).isEqualTo(first);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Branden är ett särskilt skäl.", "Sjukhuset brann", "Beslutat av", "10\u00a0000\u00a0kr");
        }
    }

    private static void invoicesAndBooks(TestPages pages, Page page) {
        page.locator("button:text-is('Fakturera')").click();
        assertThat(page.locator("#invoice-reason-fault")).isVisible();
        pages.forgetFaults();
        page.locator("#invoice-reason").fill("Beslutet är fattat.");
        page.locator("button:text-is('Fakturera')").click();
        assertThat(page.locator(".done")).containsText("Fakturan är gjord");
        assertThat(new String(fetched(page, pages.address(HERE + "/1/invoice.xml")), StandardCharsets.UTF_8))
                .contains(">30000<");
        page.locator("button:text-is('Bokför')").click();
        assertThat(page.locator("#repay-reference-fault")).isVisible();
        assertThat(page.locator("#repay-reason-fault")).isVisible();
        pages.forgetFaults();
        page.locator("#repay-reference").fill("BG-51");
        page.locator("#repay-reason").fill("Betald utan fakturans nummer.");
        page.locator("button:text-is('Bokför')").click();
        assertThat(page.locator("[data-part=facts] .badge")).hasText("Återbetalt");
        assertThat(page.locator("[data-part=history]")).containsText("BG-51");
        assertThat(page.locator("[data-part=history]")).containsText("Betald utan fakturans nummer.");
        pages.check(page, "claim-repaid");
        page.navigate(pages.address(HERE + "?state=REPAID"));
        assertThat(page.locator("[data-part=claims] tr")).hasCount(1);
        pages.check(page, "claims-repaid");
    }

    private static byte[] fetched(Page page, String address) {
        APIResponse response = page.request().get(address);
        assertThat(response.status()).isEqualTo(200);
        return response.body();
    }
}
