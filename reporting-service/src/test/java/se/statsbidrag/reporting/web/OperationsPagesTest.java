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
    private static final String DATA_QUALITY = PROGRAMME + "/data-quality";
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
    void theEconomistSeesWhoReachesTheCapWhenAndWhoIsAheadInTheRanking() {
        Page page = open(new NewContextOptions());
        Locator region = page.locator("[data-part=caps-block-2] [data-row='23']");
        Locator ranking = page.locator("[data-part=ranking-remaining-prolapse]");
        assertThat(region).containsText("ingen rekvisition i kraft");
        assertThat(ranking).containsText("Ingen region har en rekvisition i kraft ännu");

        OTHERS.approve(List.of("01", "08", "09", "10", "14", "21", "23"));

        assertThat(ranking.locator("tr")).hasCount(8);
        assertThat(region).not().containsText("ingen rekvisition");
        assertThat(region).containsText("100,0\u00a0%");
        assertThat(region).containsText("Nått");
        assertThat(page.locator("[data-part=caps-block-2] [data-row='01']")).containsText("Inte i perioden");
        assertThat(page.locator("[data-part=caps-sum-block-2]")).containsText("Räknade månader");
        // Equal counts: the fewer inhabitants, the higher the place.
        assertThat(ranking.locator("tr").first()).containsText("Gotland");
        assertThat(ranking.locator("tr").nth(5)).hasText("Gränsen: de ovanför får del av medlen");
        assertThat(ranking.locator("tr").nth(6)).containsText("Västra Götaland");
        assertThat(ranking.locator("tr").nth(6)).containsText("fler operationer till en plats");
        page.context().close();
    }

    @Test
    @Order(5)
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
    @Order(6)
    void theOfficerFindsTheMonthThatIsMissingLateOrOutOfLineAndSeesWhatWasDelivered() {
        Page page = pages().open("officer-1", DATA_QUALITY);
        Locator regions = page.locator("[data-part=quality-regions]");
        Locator jamtland = regions.locator("[data-row='23'] td");
        assertThat(jamtland.first()).containsText("Sen");
        assertThat(regions.locator("[data-row='01'] td").nth(2)).containsText("I tid");
        assertThat(jamtland.nth(2)).containsText("Avviker");
        assertThat(jamtland.nth(3)).containsText("Ej dags");
        assertThat(page.locator("[data-part=quality-reporters] [data-row=patientregistret] td")
                        .first())
                .containsText("Sen");

        jamtland.nth(2).locator("a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("patientregistret, april 2025");
        assertThat(page.locator("[data-part=revisions] tr")).hasCount(3);
        assertThat(page.locator("[data-part=revisions] tr").first().locator(".number"))
                .hasText("63");
        assertThat(page.locator("[data-part=comparisons] [data-row='23-HIP_REPLACEMENT']"))
                .containsText("+651");
        assertThat(page.locator("[data-part=cells] tr")).hasCount(3);
        pages().check(page, "delivery");

        page.locator(".crumbs a").click();
        page.locator(".quality-filter a", new Page.LocatorOptions().setHasText("Avviker"))
                .click();
        assertThat(page).hasURL(pages().address(DATA_QUALITY + "?state=OUT_OF_LINE"));
        assertThat(regions.locator("tr")).hasCount(1);
        page.context().close();
    }

    @Test
    @Order(7)
    void aMonthThatFallsDueShowsAsMissingAndOneThatComesShowsByItself() {
        Page page = pages().open("officer-1", DATA_QUALITY);
        Locator may =
                page.locator("[data-part=quality-regions] [data-row='09'] td").nth(3);
        assertThat(may).containsText("Ej dags");

        Service.setClock("2025-06-21T10:00:00+02:00");
        assertThat(may).containsText("Saknas", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        pages().check(page, "data-quality");

        Service.putCsv("patientregistret", "2025-05", "09,09,PUBLIC,HIP_REPLACEMENT,3\n")
                .statusCode(201);
        assertThat(may).containsText("Sen");
        page.navigate(pages().address(DATA_QUALITY + "?state=MISSING&language=en"));
        assertThat(page.locator("[data-part=quality-regions]")).containsText("No region’s month is in that state now");
        page.context().close();
    }

    @Test
    @Order(8)
    void aGrantThatIsNotThereHasNoOperations() {
        Page page = open(new NewContextOptions());
        page.navigate(pages().address("/overview/programmes/none/operations"));
        assertThat(page.locator("h1")).hasText("Sidan finns inte");
        page.navigate(pages().address(DATA_QUALITY + "/nobody/2025-03"));
        assertThat(page.locator("h1")).hasText("Sidan finns inte");
        page.context().close();
    }
}
