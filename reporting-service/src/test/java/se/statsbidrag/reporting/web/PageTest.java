package se.statsbidrag.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return Objects.requireNonNull(pages).open("officer-1", "/overview/programmes/korta-vardkoerna-2025", options);
    }

    private static Locator region(Page page, String code) {
        return page.locator("[data-part=regions] [data-row='" + code + "']");
    }

    @Test
    @Order(1)
    void withoutPlanOrDeliveriesThePageSaysSoAlsoWithoutScripts() {
        Page page = open(new NewContextOptions().setJavaScriptEnabled(false));

        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        assertThat(page.locator("h1")).hasText("Korta vårdköerna 2025");
        assertThat(page.locator("[data-part=plan]")).containsText("Ingen plan är beräknad ännu");
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
        OTHERS.publishPlan(new WrittenPlan()
                .earned("23", 4_000_000)
                .earned("01", 50_000_000)
                .on(1));
        assertThat(region(page, "23")).containsText("4\u00a0000\u00a0000");
        assertThat(region(page, "23")).containsText("72,6\u00a0%");
        assertThat(page.locator("[data-part=plan]")).containsText("Preliminär");

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

        OTHERS.publishPlan(new WrittenPlan().earned("23", 4_444_444).on(5));
        page.unroute("**/live");
        Objects.requireNonNull(pages).forgetFaults();
        assertThat(page.locator("#connection")).isHidden();
        assertThat(region(page, "23")).containsText("4\u00a0444\u00a0444");
        page.context().close();
    }

    @Test
    @Order(6)
    void thePageIsAccessibleInEveryDress() {
        Page page = open(new NewContextOptions());
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
        Page page = Objects.requireNonNull(pages).open("representative-23", "/overview");
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
    void theFirstViewIsLight() {
        Page page = open(new NewContextOptions().setViewportSize(1280, 600));
        assertThat(page.locator("th .sort").first()).isVisible();

        assertThat(fetched(page)).isPositive().isLessThan(300_000);
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

    @Test
    @Order(12)
    void theLiveConnectionEndsWithTheSessionAndIsNotHadAgain() throws Exception {
        Page page = Objects.requireNonNull(pages)
                .visit("/overview/programmes/korta-vardkoerna-2025", new NewContextOptions());
        Instant expiry = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
        page.evaluate("""
            expiry => document.querySelectorAll('input[name=claims]').forEach(claims => {
                claims.value = JSON.stringify({...JSON.parse(claims.value), exp: Number(expiry)});
            })""", Long.toString(expiry.getEpochSecond()));
        TestPages.signIn(page, "officer-1");
        assertThat(region(page, "23")).isVisible();
        HttpRequest live = HttpRequest.newBuilder(URI.create(address("/overview/live")))
                .header(
                        "Cookie",
                        page.context().cookies().stream()
                                .filter(cookie -> cookie.name.startsWith("q_session"))
                                .map(cookie -> cookie.name + "=" + cookie.value)
                                .collect(Collectors.joining("; ")))
                .timeout(Duration.ofMinutes(1))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> open = client.send(live, BodyHandlers.ofLines());
            assertThat(open.statusCode()).isEqualTo(200);
            List<String> events =
                    open.body().filter(line -> line.startsWith("event:")).toList();

            assertThat(Instant.now()).isAfterOrEqualTo(expiry);
            assertThat(events).anyMatch(event -> event.endsWith("shown"));
            assertThat(events).last().asString().endsWith("again");
            assertThat(client.send(live, BodyHandlers.discarding()).statusCode())
                    .isIn(302, 401);
        }
        Objects.requireNonNull(pages).forgetFaults();
        page.context().close();
    }
}
