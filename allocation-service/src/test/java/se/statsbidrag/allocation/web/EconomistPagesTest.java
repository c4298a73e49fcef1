package se.statsbidrag.allocation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PaidGrant;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.local.test.TestPages;

/** The economist's desk in a real browser: the agency's own account, payment details, and what is left to do. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EconomistPagesTest {
    private static final String STOCKHOLM = "/money/payment-details/232100-0016";

    @TestHTTPResource("/")
    @Nullable URI address;

    @Inject
    Sources sources;

    @Inject
    EventLog log;

    private @Nullable TestPages pages;

    @BeforeEach
    void aBrowser() {
        if (pages == null) {
            pages = new TestPages(Objects.requireNonNull(address));
        }
    }

    @AfterAll
    void close() {
        pages().close();
    }

    private TestPages pages() {
        return Objects.requireNonNull(pages);
    }

    @Test
    void theAgencysAccountIsRequisitionedUsedAndClosesToZero() {
        String programme = "pages-of-account";
        PaidGrant.of(log, programme, new GrantYear(sources, programme, 2052));

        Page page = pages().open("economist-1", "/money/account/" + programme);
        assertThat(page.locator(".verdict-bad")).containsText("inte redovisat");
        page.locator("#requisition-amount").fill("500 000 001");
        press(page, "Rekvirera");
        assertThat(page.locator("#requisition-amount-fault")).containsText("utrymme för 500\u00a0000\u00a0000");
        pages().forgetFaults();
        page.locator("#requisition-amount").fill("5 000 000");
        press(page, "Visa följderna");
        assertThat(page.locator("#requisition table")).containsText("5\u00a0000\u00a0000");
        pages().check(page, "account-consequences");
        press(page, "Rekvirera");
        assertThat(page.locator("[data-part=verdict]")).containsText("S2025/00401");

        page.locator("#receipts-reference").fill("KK-1");
        press(page, "Bokför mottaget");
        page.locator("#own-costs-amount").fill("38 096");
        page.locator("#own-costs-reference").fill("V-1");
        press(page, "Bokför kostnaden");
        assertThat(page.locator("#own-costs-text-fault")).isVisible();
        pages().forgetFaults();
        page.locator("#own-costs-text").fill("Lön");
        press(page, "Bokför kostnaden");
        assertThat(page.locator(".verdict-bad")).containsText("200\u00a0000\u00a0kr kvar");
        pages().check(page, "account-left");

        page.locator("#repayments-reference").fill("KK-2");
        press(page, "Redovisa och återlämna");
        assertThat(page.locator(".verdict-good")).containsText("= 0\u00a0kr");
        assertThat(page.locator("[data-part=booked] tr")).hasCount(4);
        pages().check(page, "account-closed");

        Page auditor = pages().open("auditor-1", "/money/account/" + programme);
        assertThat(auditor.locator(".verdict-good")).isVisible();
        assertThat(auditor.locator("main form")).hasCount(0);
    }

    @Test
    void twoEconomistsSetWhereAnOrganisationIsPaid() {
        new GrantYear(sources, "pages-of-details", 2054).definitionInForce();

        Page first = pages().open("economist-1", "/money/payment-details?q=Stockholm");
        Locator link = first.locator("[data-part=organisations] a[href='" + STOCKHOLM + "']");
        pages().check(first, "payment-details");
        link.click();
        first.locator("#propose-number").fill("5050-1056");
        first.locator("#propose-name").fill("Påhittad region");
        first.locator("#propose-reason").fill("Regionens egen uppgift");
        press(first, "Föreslå");
        assertThat(first.locator("#propose-number-fault")).containsText("kontrollsiffra");
        pages().forgetFaults();
        first.locator("#propose-number").fill("5050-1055");
        press(first, "Föreslå");
        assertThat(first.locator(".done")).containsText("väntar på en annan person");
        assertThat(first.locator("button:text-is('Godkänn')")).hasCount(0);
        pages().check(first, "payment-details-proposed");

        Page second = pages().open("economist-2", STOCKHOLM);
        second.locator("#settle-reason").fill("Ringde regionens växel");
        press(second, "Godkänn");
        assertThat(second.locator("[data-part=facts]")).containsText("50501055");
        assertThat(second.locator("[data-part=history]")).containsText("Ringde regionens växel");
        pages().check(second, "payment-details-in-force");
    }

    @Test
    void whatIsLeftToDoIsListedAndStoppedWithAReasonThatBothSidesRead() {
        String programme = "pages-of-outstanding";
        GrantYear year = new GrantYear(sources, programme, 2053)
                .definitionInForce()
                .approved("23")
                .approved("24");
        new PlanReader(programme).plan(year.after());

        Page page = pages().open("economist-1", "/money/outstanding/" + programme);
        assertThat(page.locator("[data-part=due] [data-row='24']")).containsText("Kan beslutas");
        page.locator("#hold-recipient").selectOption("23");
        page.locator("#hold-until").fill("2020-01-01");
        press(page, "Visa följderna");
        assertThat(page.locator("#hold-until-fault")).containsText("passerat");
        pages().forgetFaults();
        page.locator("#hold-until").fill("");
        press(page, "Visa följderna");
        assertThat(page.locator("#stopped")).containsText("Jämtland");
        page.locator("#hold-recipient").selectOption("24");
        press(page, "Stoppa");
        assertThat(page.locator("#stopped")).containsText("Västerbotten");
        assertThat(page.locator(".changes tfoot")).containsText("4\u00a0761\u00a0904");
        press(page, "Stoppa");
        assertThat(page.locator("#hold-reason-fault")).isVisible();
        pages().forgetFaults();
        page.locator("#hold-type").fill("fel-kontonummer");
        page.locator("#hold-reason").fill("Kontonumret utreds.");
        pages().check(page, "outstanding-consequences");
        press(page, "Stoppa");
        assertThat(page.locator("[data-part=due] [data-row='24']")).containsText("Kontonumret utreds.");
        pages().check(page, "outstanding-held");
        page.navigate(pages().address("/money/outstanding/" + programme + "?action=BLOCKED"));
        assertThat(page.locator("[data-part=due] tr")).hasCount(1);
        page.locator("[data-part=due] a").first().click();
        assertThat(page.locator("[data-part=history]")).containsText("Utbetalningar stoppades");
        pages().check(page, "outstanding-recipient");

        Page own = pages().open("representative-24", "/money/" + programme + "/24");
        assertThat(own.locator("[data-part=money]")).containsText("Kontonumret utreds.");

        page.navigate(pages().address("/money/outstanding/" + programme));
        assertThat(page.locator("[data-part=lifted-1]")).containsText("4\u00a0761\u00a0904");
        page.locator("#release-1-reason").fill("Numret stämmer.");
        press(page, "Häv stoppet");
        assertThat(page.locator("[data-part=due] [data-row='24']")).containsText("Kan beslutas");
        assertThat(page.locator("[data-part=holds]")).containsText("Numret stämmer.");
    }

    @Test
    void aSuspectedDoublePaymentAndAnOverdueClaimAreSeenAtOnce() {
        String programme = "pages-of-trouble";
        PaidGrant grant = PaidGrant.of(log, programme, new GrantYear(sources, programme, 2056));
        grant.paidTwice();
        grant.claimedAndOverdue(40_000);

        Page page = pages().open("economist-1", "/money/outstanding/" + programme);
        Locator suspected = page.locator("[data-part=sums] .warning");
        assertThat(suspected).containsText("Misstänkt dubbel betalning");
        assertThat(suspected).containsText("Samma beslut i två betalningar");
        assertThat(suspected).containsText(programme + "-1, " + programme + "-2");
        assertThat(suspected).containsText("allocations:");
        pages().check(page, "outstanding-suspected");
        suspected.locator("a").click();
        assertThat(page.locator("h1")).containsText("Jämtland");

        page.navigate(pages().address("/money/claims/" + programme + "?state=OVERDUE"));
        assertThat(page.locator("[data-part=claims] tr")).hasCount(1);
        pages().check(page, "claims-overdue");
        page.locator("[data-part=claims] a").first().click();
        assertThat(page.locator("[data-part=facts]")).containsText("förfallen");
        pages().check(page, "claim-overdue");
    }

    private static void press(Page page, String button) {
        page.locator("main button:text-is('" + button + "')").first().click();
    }
}
