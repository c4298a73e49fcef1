package se.statsbidrag.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.local.test.TestParts;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SignedIn;
import se.statsbidrag.reporting.support.WrittenPlan;

@QuarkusTest
@QuarkusTestResource(value = ReportingParts.class, restrictToAnnotatedClass = true)
@ExtendWith(SignedIn.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageTest {
    private static final Logger LOGGER = Logger.getLogger(PageTest.class);
    private static boolean prepared;
    private static final OtherServices OTHERS = new OtherServices();
    private static final String CHARTS_FETCHED =
            "() => performance.getEntriesByType('resource').some(each => each.name.includes('/charts'))";
    private static @Nullable TestPages pages;

    @TestHTTPResource("/")
    @Nullable URI address;

    @BeforeEach
    void theGrantIsInForceAndItIsMay() {
        if (prepared) {
            return;
        }
        prepared = true;
        OTHERS.putProgrammeInForce();
        Service.awaitReady();
        Service.setClock("2025-05-10T10:00:00+02:00");
        pages = new TestPages(Objects.requireNonNull(address));
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    private String address(String path) {
        return Objects.requireNonNull(address).resolve(path).toString();
    }

    private Page open(NewContextOptions options) {
        return Objects.requireNonNull(pages).open("officer-1", "/", options);
    }

    private static Locator region(Page page, String code) {
        return page.locator("[data-part=regions] [data-row='" + code + "']");
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int year = 2024; year <= 2025; year++) {
            for (String month : List.of("02", "03", "04")) {
                OtherServices.rows(WrittenPlan.REGIONS, year + "-" + month, count + year % 2 * 3)
                        .forEach(row -> rows.append(row).append('\n'));
            }
        }
        return rows.toString();
    }

    @Test
    @Order(1)
    void withoutPlanOrDeliveriesThePageSaysSoAlsoWithoutScripts() {
        Page page = open(new NewContextOptions().setJavaScriptEnabled(false));

        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        assertThat(page.locator("h1")).hasText("Korta vårdköerna 2025");
        assertThat(page.locator("[data-part=plan]")).containsText("Ingen plan är beräknad ännu");
        assertThat(page.locator("[data-part=operations-empty]")).containsText("Inga uppgifter om operationer");
        assertThat(page.locator("[data-part=regions] tr")).hasCount(21);
        assertThat(region(page, "23")).containsText("5\u00a0502\u00a0825");
        assertThat(page.locator("[data-part=deadlines] [data-row=requisition]")).containsText("23 dagar kvar");
        assertThat(page.locator("#clock")).containsText("10\u00a0maj\u00a02025");
        page.context().close();
    }

    @Test
    @Order(2)
    void anEventShowsByItselfAndScrollAndSortingStay() {
        Page page = open(new NewContextOptions().setViewportSize(1280, 600));
        Service.postCsv(rows(40)).statusCode(200);
        OTHERS.publishPlan(new WrittenPlan()
                .earned("23", 4_000_000)
                .earned("01", 50_000_000)
                .on(1));
        assertThat(region(page, "23")).containsText("4\u00a0000\u00a0000");
        assertThat(region(page, "23")).containsText("72,6\u00a0%");
        assertThat(page.locator("[data-part=plan]")).containsText("Preliminär");
        assertThat(page.locator("[data-part=operations] [data-row='23']")).containsText("+9");

        Locator earned = page.locator("thead .sort", new Page.LocatorOptions().setHasText("Intjänat"));
        earned.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-part=regions] tr").first()).hasAttribute("data-row", "01");
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Intjänat");
        page.evaluate("window.scrollTo(0, 500)");

        OTHERS.publishPlan(new WrittenPlan()
                .earned("23", 5_502_825)
                .earned("01", 50_000_000)
                .earned("14", 65_000_000)
                .computedAt("2025-05-10T09:00:00Z")
                .on(2));
        assertThat(region(page, "23")).containsText("100,0\u00a0%");
        assertThat(page.locator("[data-part=regions] tr").first()).hasAttribute("data-row", "14");
        assertThat(page.locator("[data-part=regions] tr").nth(1)).hasAttribute("data-row", "01");
        assertThat(region(page, "01")).containsText("10.00");
        assertThat(region(page, "14")).containsText("11.00");
        assertThat(((Number) page.evaluate("window.scrollY")).intValue()).isEqualTo(500);
        assertThat((String) page.evaluate("document.activeElement.textContent")).contains("Intjänat");
        page.context().close();
    }

    @Test
    @Order(3)
    void aDeliveryShowsByItself() {
        Page page = open(new NewContextOptions());
        Locator figure =
                page.locator("[data-part=operations] [data-row='23'] td").first();
        assertThat(figure).not().hasText("777");
        page.waitForFunction("document.getElementById('clock') !== null");
        page.evaluate("""
            () => {
              const figure = document.querySelector("[data-part=operations] [data-row='23'] td");
              new MutationObserver(() => { window.shownAt ??= Date.now(); }).observe(figure, { childList: true });
            }\
            """);
        String others = OtherServices.rows(WrittenPlan.REGIONS, "2025-04", 43).stream()
                .map(row -> row.substring("patientregistret,2025-04,".length()))
                .filter(row -> !row.startsWith("23,23,PUBLIC,HIP"))
                .reduce("", (all, row) -> all + row + "\n");
        Service.putCsv("patientregistret", "2025-04", others + "23,23,PUBLIC,HIP_REPLACEMENT,691\n")
                .statusCode(200);
        long acknowledged = System.currentTimeMillis();

        assertThat(figure).hasText("777");
        long shown = ((Number) page.evaluate("window.shownAt")).longValue();
        LOGGER.infof("The figure showed %d ms after the delivery was answered", shown - acknowledged);
        page.context().close();
    }

    @Test
    @Order(4)
    void aStalePlanSaysWhyAndWhatIsWrongWithAFigureNeverShowsAsMarkup() {
        Page page = open(new NewContextOptions());
        OTHERS.publishPlan(new WrittenPlan()
                .earned("23", 5_502_825)
                .earned("01", 50_000_000)
                .earned("14", 65_000_000)
                .computedAt("2025-05-10T09:00:00Z")
                .stale("potterna går inte ihop <b>x</b>")
                .on(3));
        assertThat(page.locator("[data-part=plan]")).containsText("Inaktuell");
        assertThat(page.locator("[data-part=plan]")).containsText("potterna går inte ihop <b>x</b>");

        OTHERS.publishPlan(new WrittenPlan().earned("23", 1).on(2));
        OTHERS.publishPlan("no plan at all");
        OTHERS.publishPlan(new WrittenPlan()
                .earned("23", 5_502_825)
                .earned("01", 50_000_000)
                .earned("14", 65_000_000)
                .computedAt("2025-05-10T10:00:00Z")
                .on(4));
        assertThat(page.locator("[data-part=plan]")).containsText("Preliminär");
        assertThat(region(page, "23")).containsText("5\u00a0502\u00a0825");
        page.context().close();
    }

    @Test
    @Order(5)
    void aLostConnectionShowsAndHeals() {
        Page page = open(new NewContextOptions());
        assertThat(page.locator("#connection")).isHidden();
        page.route("**/live", route -> route.abort());
        page.evaluate("window.dispatchEvent(new Event('offline'))");
        assertThat(page.locator("#connection")).containsText("Anslutningen bröts");

        Service.putCsv("patientregistret", "2025-03", "23,23,PUBLIC,CATARACT,5555\n")
                .statusCode(200);
        page.unroute("**/live");
        Objects.requireNonNull(pages).forgetFaults();
        assertThat(page.locator("#connection")).isHidden();
        assertThat(page.locator("#months-CATARACT [data-row='2025-03']")).containsText("5\u00a0555");
        page.context().close();
    }

    @Test
    @Order(6)
    void thePageIsAccessibleInEveryDress() {
        Page page = open(new NewContextOptions());
        page.locator(".procedure").first().scrollIntoViewIfNeeded();
        assertThat(page.locator(".chart svg")).hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        Objects.requireNonNull(pages).check(page, "programme");
        page.context().close();
    }

    @Test
    @Order(7)
    void whoSignsInComesToThePageAskedForSeesTheNameAndSignsOut() {
        Page page = open(new NewContextOptions());
        assertThat(page.locator(".session")).containsText("Åsa Påhittström");
        assertThat(page.context().cookies())
                .filteredOn(cookie -> cookie.name.startsWith("q_session"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.httpOnly && cookie.sameSite == SameSiteAttribute.LAX);

        page.locator("a", new Page.LocatorOptions().setHasText("Logga ut")).click();
        assertThat(page.locator("h1")).hasText("Du är utloggad");
        assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));

        page.navigate(address("/overview/programmes/korta-vardkoerna-2025"));
        TestPages.signIn(page, "auditor-1");
        assertThat(page).hasURL(address("/overview/programmes/korta-vardkoerna-2025"));
        assertThat(page.locator(".session")).containsText("Ragnhild Exempelgranskare");
        page.context().close();
    }

    @Test
    @Order(8)
    void whoHasNoRoleForThePagesIsToldSo() {
        Page page = Objects.requireNonNull(pages).open("representative-23", "/");
        assertThat(page.locator("h1")).hasText("Du har inte behörighet till sidan");
        assertThat(page.locator("[data-part]")).hasCount(0);
        assertThat(page.request()
                        .get(address("/overview/programmes/korta-vardkoerna-2025"))
                        .status())
                .isEqualTo(403);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/overview/programmes/korta-vardkoerna-2025",
                "/overview/live",
                "/overview/session/sign-in",
                "/overview"
            })
    @Order(9)
    void whoIsNotSignedInIsSentToTheIdentityProvider(String path) {
        given().header("Authorization", SignedIn.bearer("officer-1"))
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(302)
                .header("Location", startsWith(TestParts.shared().identity().issuer() + "/authorize?"))
                .header("Location", containsString("code_challenge_method=S256"));
    }

    @Test
    @Order(10)
    void theFirstViewIsLightAndChartsAreFetchedOnceTheyComeNear() {
        Page page = open(new NewContextOptions().setViewportSize(1280, 600));
        assertThat(page.locator("th .sort").first()).isVisible();

        assertThat(fetched(page)).isPositive().isLessThan(300_000);
        assertThat((Boolean) page.evaluate(CHARTS_FETCHED)).isFalse();

        page.locator(".procedure").first().scrollIntoViewIfNeeded();
        page.waitForFunction(CHARTS_FETCHED);
        page.context().close();
    }

    private static long fetched(Page page) {
        long bytes = ((Number) page.evaluate("""
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .reduce((sum, each) => sum + each.transferSize, 0)""")).longValue();
        LOGGER.infof("The first view fetches %d bytes", bytes);
        return bytes;
    }

    @Test
    @Order(11)
    void anUnknownProgrammeIsAPageOfItsOwn() {
        Page page = open(new NewContextOptions());
        page.navigate(address("/overview/programmes/none"));
        assertThat(page.locator("h1")).hasText("Sidan finns inte");
        page.context().close();
    }
}
