package se.statsbidrag.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SignedIn;
import se.statsbidrag.reporting.support.WrittenPlan;

@QuarkusTest
@QuarkusTestResource(value = ReportingParts.class, restrictToAnnotatedClass = true)
@ExtendWith(SignedIn.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsPagesTest {
    private static final Logger LOGGER = Logger.getLogger(OperationsPagesTest.class);
    private static final OtherServices OTHERS = new OtherServices();
    private static final String PROGRAMME = "/overview/programmes/korta-vardkoerna-2025";
    private static final String OPERATIONS = PROGRAMME + "/operations";
    private static final String CHARTS_FETCHED =
            "() => performance.getEntriesByType('resource').some(each => each.name.includes('/charts'))";
    private static boolean prepared;
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

    private static TestPages pages() {
        return Objects.requireNonNull(pages);
    }

    private static Page open(NewContextOptions options) {
        return pages().open("economist-1", OPERATIONS, options);
    }

    /** 3 more of each kind in every region than last year. */
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
    void withoutDeliveriesThePageSaysSoAlsoWithoutScripts() {
        Page page = open(new NewContextOptions().setJavaScriptEnabled(false));

        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        assertThat(page.locator("h1")).hasText("Operationer");
        assertThat(page.locator("[data-part=operations-empty]")).containsText("Inga uppgifter om operationer");
        assertThat(page.locator(".tabs [aria-current]")).hasText("Operationer");
        page.context().close();
    }

    @Test
    @Order(2)
    void theEconomistSeesEachMonthByPlaceForTheCountryAndForARegion() {
        Service.postCsv(rows(40)).statusCode(200);
        Service.putCsv(
                        "patientregistret",
                        "2025-04",
                        "23,23,PUBLIC,HIP_REPLACEMENT,31\n23,22,PUBLIC,HIP_REPLACEMENT,7\n23,01,PRIVATE,HIP_REPLACEMENT,5\n")
                .statusCode(200);
        Page page = open(new NewContextOptions().setJavaScriptEnabled(false));
        Locator march = page.locator("#months-HIP_REPLACEMENT [data-row='2025-03'] td");
        assertThat(march).hasText(new String[] {"903", "0", "0", "903", "840", "0", "0", "840", "+63"});
        assertThat(page.locator("#months-HIP_REPLACEMENT [data-row='2025-06'] td")
                        .first())
                .hasText("–");

        page.locator("select[name=region]").selectOption("23");
        page.locator("form button").click();
        assertThat(page).hasURL(pages().address(OPERATIONS + "?region=23"));
        assertThat(page.locator("h2").first()).containsText("Jämtland");
        assertThat(page.locator("#months-HIP_REPLACEMENT [data-row='2025-04'] td"))
                .hasText(new String[] {"31", "7", "5", "43", "40", "0", "0", "40", "+3"});
        assertThat(page.locator("[data-part=operations] [data-row='23']")).containsText("+9");
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
    void chartsAreFetchedOnceTheyComeNearAndThePageIsAccessibleInEveryDress() {
        Page page = open(new NewContextOptions());
        assertThat(page.locator("th .sort").first()).isVisible();
        page.locator(".procedure").first().scrollIntoViewIfNeeded();
        page.waitForFunction(CHARTS_FETCHED);
        assertThat(page.locator(".chart svg")).hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        pages().check(page, "operations");
        page.context().close();
    }

    @Test
    @Order(5)
    void aGrantThatIsNotThereHasNoOperations() {
        Page page = open(new NewContextOptions());
        page.navigate(pages().address("/overview/programmes/none/operations"));
        assertThat(page.locator("h1")).hasText("Sidan finns inte");
        page.context().close();
    }
}
