package se.statsbidrag.allocation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.rules.programme.DeadlineDay;

/** What a recipient gets, why, what changed and as of any day, for officers and for the recipient's own representative. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MoneyPagesTest {
    private static final String PROGRAMME = "pages-of-money";
    private static final String OWN = "/money/" + PROGRAMME + "/23";
    private static final String TIED = "pages-of-ties";
    private static final String TIE = "tie-" + TIED + "-remaining-hip-replacement";

    @Inject
    Sources sources;

    @Inject
    BusinessClock clock;

    @TestHTTPResource("/")
    @Nullable URI address;

    private @Nullable TestPages pages;
    private @Nullable Page officer;
    private @Nullable Page representative;
    private @Nullable GrantYear year;
    private Instant beforeOthers = Instant.EPOCH;

    @BeforeEach
    void aYearInWhichAnothersRequisitionChangesTheAmount() {
        if (pages != null) {
            return;
        }
        pages = new TestPages(Objects.requireNonNull(address));
        GrantYear money = new GrantYear(sources, PROGRAMME, 2031)
                .definitionInForce()
                .approved("23")
                .delivers(4, Map.of("23", List.of(30, 10, 20), "24", List.of(90, 20, 40)))
                .bothDeadlinesPassed();
        included(PROGRAMME, money);
        beforeOthers = clock.instant();
        money.approved("24");
        included(PROGRAMME, money);
        year = money;

        Map<String, List<Integer>> counts = new TreeMap<>();
        List<String> regions = List.of("01", "03", "04", "05", "06", "07", "08");
        List<Integer> hips = List.of(50, 40, 30, 20, 10, 10, 5);
        for (int index = 0; index < regions.size(); index++) {
            counts.put(regions.get(index), List.of(hips.get(index), 0, 0));
        }
        GrantYear tied = new GrantYear(sources, TIED, 2042);
        tied.definitionInForce(ShippedDefinition.withEqualPopulations(tied.definition()));
        regions.forEach(tied::approved);
        tied.delivers(4, counts).bothDeadlinesPassed();
        included(TIED, tied);
    }

    @AfterAll
    void close() {
        pages().close();
    }

    private static void included(String programme, GrantYear recorded) {
        new PlanReader(programme).plan(recorded.after());
    }

    private TestPages pages() {
        return Objects.requireNonNull(pages);
    }

    private Page officer(String path) {
        Page page = officer;
        if (page == null) {
            page = pages().open("officer-1", path);
            officer = page;
        } else {
            page.navigate(pages().address(path));
        }
        return page;
    }

    private Page representative(String path) {
        Page page = representative;
        if (page == null) {
            page = pages().open("representative-23", path);
            representative = page;
        } else {
            page.navigate(pages().address(path));
        }
        return page;
    }

    private static String text(Page page, String selector) {
        return page.locator(selector).first().innerText();
    }

    @Test
    @Order(1)
    void anOfficerFindsARecipientAndUnfoldsItsAmountDownToTheDeliveryByKeyboard() {
        Page page = officer("/money");
        page.locator("main a[href='/money/" + PROGRAMME + "']").click();
        assertThat(page.locator("[data-part=recipients] tr")).hasCount(21);
        assertThat(page.locator("[data-part=standing] [data-second=confirmed]")).isVisible();
        page.locator("input[name=q]").fill("jämt");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-part=recipients] tr")).hasCount(1);
        pages().check(page, "money-programme");
        page.locator("[data-part=recipients] a").click();

        assertThat(page.locator("h1")).containsText("Region Jämtland Härjedalen");
        assertThat(page.locator("[data-part=standing]")).containsText("inte beslutade");
        assertThat(page.locator("[data-part=pots] tr[data-row=block-1]")).containsText("4\u00a0761\u00a0904");
        assertThat(page.locator("[data-part=pots] tr[data-row=block-2]")).containsText("5\u00a0502\u00a0825");

        Locator total = page.locator("#step-total\\.23 > summary");
        total.focus();
        page.keyboard().press("Enter");
        Locator block = page.locator("#step-line\\.block-2\\.23 > summary");
        assertThat(block).isVisible();
        block.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#step-line\\.block-2\\.23 > .step-source")).containsText("R-K7");
        page.locator("[data-unfold]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#calculation details:not([open])")).hasCount(0);
        assertThat(page.locator("#letter")).containsText("får sammanlagt");
        page.locator("[data-fold]").click();
        assertThat(page.locator("#calculation details[open]")).hasCount(0);
        unfold(page, "total.23", "line.block-2.23", "earned.block-2.23", "before-cap.block-2.23");
        unfold(page, "price.block-2.HIP_REPLACEMENT.23", "count.HIP_REPLACEMENT.23");
        pages().check(page, "money-recipient");

        Locator delivery =
                page.locator("#step-count\\.HIP_REPLACEMENT\\.23 a.step-link").first();
        delivery.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Uppgifter om operationer kom in");
        assertThat(page.locator(".facts")).containsText("patientregistret");
        assertThat(page.locator(".facts")).containsText("april 2031");
        assertThat(page.locator("main tbody")).containsText("30");
        pages().check(page, "money-event");
    }

    private static void unfold(Page page, String... steps) {
        for (String step : steps) {
            page.locator("#step-" + step.replace(".", "\\.") + " > summary").click();
        }
    }

    @Test
    @Order(2)
    void whatChangedSaysWhoseFiguresMovedTheAmountAndShowsItOverTime() {
        Page page = officer(OWN + "/changes");
        Locator newest = page.locator(".timeline .change").first();
        assertThat(newest).containsText("Uppgifter från Region Västerbotten");
        assertThat(newest).containsText("utan att mottagarens egna uppgifter ändrades");
        assertThat(page.locator(".timeline .change.own")).not().hasCount(0);
        assertThat(page.locator("[data-amounts] svg")).hasCount(1, new HasCountOptions().setTimeout(20_000));
        pages().check(page, "money-changes");

        newest.locator("a", new Locator.LocatorOptions().setHasText("Beräkningen som den blev"))
                .click();
        assertThat(page.locator("[data-part=pots]")).containsText("Stängd");
        assertThat(page.locator("thead")).containsText("Beräknat då");
    }

    @Test
    @Order(3)
    void asOfAnotherDayShowsTheDifferenceAndWhatIsNoDayOrHasNotComeIsSaidAtTheField() {
        Page page = officer(OWN + "?asOf=" + beforeOthers);
        Locator figures = page.locator("[data-part=standing] .figures");
        assertThat(figures).containsText("Skillnad till nu");
        assertThat(figures).containsText("−");
        assertThat(page.locator("#as-of-day")).hasValue(today().toString());
        pages().check(page, "money-as-of");

        page.locator("#as-of-day").fill(today().plusDays(1).toString());
        page.locator("#as-of-time").fill("");
        page.evaluate("document.querySelector('.as-of').noValidate = true");
        page.locator(".as-of button").click();
        assertThat(page.locator("#as-of-day-fault")).containsText("har inte kommit än");
        assertThat(page.locator("#as-of-day")).hasAttribute("aria-invalid", "true");
        pages().forgetFaults();
        pages().check(page, "money-as-of-fault");

        page.navigate(pages().address(OWN + "?asOf=snart"));
        assertThat(page.locator("#as-of-day-fault")).containsText("”snart” är ingen dag");
        page.navigate(pages().address(OWN + "?asOf=2001-01-01"));
        assertThat(page.locator("#as-of-day-fault")).containsText("inga regler");
        pages().forgetFaults();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN);
    }

    @Test
    @Order(4)
    void withoutScriptsTheTreeUnfoldsAndADayIsChosen() {
        Page page = pages().open("officer-2", OWN, new NewContextOptions().setJavaScriptEnabled(false));
        page.locator("#step-total\\.23 > summary").click();
        assertThat(page.locator("#step-line\\.block-1\\.23")).isVisible();
        assertThat(page.locator("[data-unfold]")).isHidden();
        page.locator("#as-of-day").fill(today().toString());
        page.locator(".as-of button").click();
        assertThat(page.locator("[data-part=standing] .figures")).containsText("Skillnad till nu");
        page.locator("select[name=recipient]").selectOption("24");
        page.locator(".filters button").click();
        assertThat(page.locator("h1")).containsText("Region Västerbotten");
        page.context().close();
    }

    @Test
    @Order(5)
    void theRecipientsOwnRepresentativeSeesTheSameCalculationAndNoOthers() {
        Page page = representative("/money");
        assertThat(page.locator(".main-menu a[aria-current]")).hasText("Mina medel");
        pages().check(page, "money-mine");
        page.locator("[data-part=mine] [data-row='" + PROGRAMME + "/23'] a").click();
        assertThat(page).hasURL(pages().address(OWN));
        assertThat(page.locator("select[name=recipient]")).hasCount(0);
        assertThat(text(page, "[data-part=pots]")).isEqualTo(text(officer(OWN), "[data-part=pots]"));

        page.navigate(pages().address("/money/" + PROGRAMME));
        assertThat(page).hasURL(pages().address(OWN));
        for (String forbidden :
                List.of("/money/" + PROGRAMME + "/24", "/money/" + PROGRAMME + "/24/changes", "/money/ties")) {
            page.navigate(pages().address(forbidden));
            assertThat(page.locator("h1")).hasText("Du har inte behörighet till sidan");
        }
        pages().forgetFaults();
    }

    @Test
    @Order(6)
    void anEventShowsByItselfAndWhatIsUnfoldedStaysSo() {
        Page page = representative(OWN + "?language=en");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.locator("#step-total\\.23 > summary").click();
        Locator figures = page.locator("[data-part=standing] .figures");
        String before = figures.innerText();
        page.evaluate("document.activeElement.blur()");

        Objects.requireNonNull(year).delivers(5, Map.of("23", List.of(5, 0, 0)));
        included(PROGRAMME, Objects.requireNonNull(year));
        assertThat(page.locator("[data-part=pots] [data-row=block-2]"))
                .containsText("4,550,000", new ContainsTextOptions().setTimeout(20_000));
        assertThat(figures).not().hasText(before);
        assertThat(page.locator("#step-line\\.block-1\\.23")).isVisible();
        assertThat(page.locator("#step-total\\.23")).hasAttribute("open", "");
        page.navigate(pages().address(OWN + "?language=sv"));
    }

    @Test
    @Order(7)
    void anOfficerSeesWhatATieMeansInKronorAndResolvesItWithAReason() {
        Page page = officer("/money/ties");
        Locator tie = page.locator("[data-part='" + TIE + "']");
        assertThat(tie).containsText("Region Jönköpings län");
        assertThat(tie).containsText("Region Kronoberg");
        assertThat(tie).containsText("Om plats ges åt Region Kronoberg");
        assertThat(tie).containsText("oförändrat");
        pages().check(page, "money-ties");

        Locator form = page.locator("form[action$='/" + TIED + "/remaining-hip-replacement']");
        form.locator("button").click();
        assertThat(page.locator(".faults")).isVisible();
        assertThat(page.locator("#" + TIE + "-reason-fault")).isVisible();
        pages().forgetFaults();
        pages().check(page, "money-ties-faults");

        form.locator("input[value='07']").check();
        form.locator("textarea").fill("Lottning den 3 december");
        form.locator("button").click();
        assertThat(page.locator(".done")).containsText("antecknat");
        assertThat(page.locator(
                        "[data-part=ties-resolved] [data-row='resolved-" + TIED + "-remaining-hip-replacement']"))
                .containsText("Region Kronoberg", new ContainsTextOptions().setTimeout(10_000));
        assertThat(page.locator("[data-part='" + TIE + "']")).hasCount(0);
    }
}
