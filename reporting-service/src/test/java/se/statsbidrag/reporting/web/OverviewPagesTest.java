package se.statsbidrag.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SharesPlan;
import se.statsbidrag.reporting.support.SignedIn;
import se.statsbidrag.reporting.support.WrittenPlan;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

@QuarkusTest
@QuarkusTestResource(value = ReportingParts.class, restrictToAnnotatedClass = true)
@ExtendWith(SignedIn.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OverviewPagesTest {
    private static final String QUEUES = "korta-vardkoerna-2025";
    private static final String ACCESS = "tillganglighet-2025";
    private static final String LOCAL_CARE = "god-nara-vard-2025";
    private static final OtherServices OTHERS = new OtherServices();
    private static final LocatorAssertions.HasCountOptions PATIENTLY =
            new LocatorAssertions.HasCountOptions().setTimeout(30_000);
    private static boolean prepared;
    private static @Nullable TestPages pages;
    private static @Nullable Page officers;

    @TestHTTPResource("/")
    @Nullable URI address;

    @BeforeEach
    void threeGrantsAreInForceAndItIsMay() {
        if (prepared) {
            return;
        }
        prepared = true;
        OTHERS.putInForce(QUEUES);
        SharesPlan access = new SharesPlan(OTHERS.putInForce(ACCESS));
        SharesPlan localCare = new SharesPlan(OTHERS.putInForce(LOCAL_CARE));
        Service.awaitReady();
        Service.setClock("2025-05-10T10:00:00+02:00");
        OTHERS.publishPlan(new WrittenPlan().earned("23", 5_502_825).on(1));
        OTHERS.publishPlan(ACCESS, access.text());
        OTHERS.publishPlan(LOCAL_CARE, localCare.text());
        pages = new TestPages(Objects.requireNonNull(address));
        officers = pages.open("officer-1", "/", new NewContextOptions().setAcceptDownloads(true));
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    private Page at(String path) {
        Page page = Objects.requireNonNull(officers);
        page.navigate(Objects.requireNonNull(address).resolve(path).toString());
        return page;
    }

    private static void check(Page page, String name) {
        Objects.requireNonNull(pages).check(page, name);
    }

    private static void say(String programme, String recipient, GrantEvent event) {
        OTHERS.say("requisition/" + programme + "/" + recipient, event);
    }

    private static RequisitionSubmitted requisition(String programme, String recipient, String receivedAt) {
        return new RequisitionSubmitted(
                new ProgrammeId(programme),
                new RecipientCode(recipient),
                "A-1",
                Instant.parse(receivedAt),
                content(),
                null);
    }

    private static RequisitionContent content() {
        return new RequisitionContent(null, true, true, List.of(), null);
    }

    @Test
    @Order(1)
    void theFirstPageShowsEveryGrantAtAGlanceAndLeadsToIt() {
        Page page = at("/");
        assertThat(page.locator("h1")).hasText("Statsbidrag i kraft");
        assertThat(page.locator(".grant")).hasCount(3);
        Locator queues = page.locator("#" + QUEUES);
        assertThat(queues).containsText("497\u00a0000\u00a0000\u00a0kr");
        assertThat(queues).containsText("105\u00a0502\u00a0809\u00a0kr (21,2\u00a0%)");
        assertThat(queues).containsText("20\u00a0maj\u00a02025, om 10 dagar");
        assertThat(page.locator("#" + LOCAL_CARE)).containsText("21 regioner och 290 kommuner");
        assertThat(page.locator("#" + LOCAL_CARE)).containsText("Delvis påhittade uppgifter");
        check(page, "overview");

        queues.locator("h2 a").click();
        assertThat(page.locator("h1")).hasText("Korta vårdköerna 2025");
        assertThat(page.locator(".crumbs a")).hasText("Alla statsbidrag");
    }

    @Test
    @Order(2)
    void whatNeedsAHumanIsCountedFromEventsAndMovesByItself() {
        Page page = at("/overview/programmes/" + ACCESS);
        assertThat(page.locator("#vantar-waiting")).hasCount(0);
        say(ACCESS, "23", requisition(ACCESS, "23", "2025-04-01T08:00:00Z"));
        say(ACCESS, "22", requisition(ACCESS, "22", "2025-04-01T08:00:00Z"));
        say(ACCESS, "21", requisition(ACCESS, "21", "2025-04-20T08:00:00Z"));
        say(
                ACCESS,
                "20",
                new RequisitionHeld(
                        new ProgrammeId(ACCESS),
                        new RecipientCode("20"),
                        new OrganisationNumber("232100-0180"),
                        "somebody",
                        Lapse.REPLACED,
                        Instant.parse("2025-04-01T08:00:00Z"),
                        content()));
        assertThat(page.locator("#vantar-held .count")).hasText("1");
        assertThat(page.locator("#vantar-waiting .count")).hasText("2");
        assertThat(page.locator("#vantar-late .count")).hasText("1");
        assertThat(page.locator("#vantar-ties .count")).hasText("1");
        assertThat(page.locator("#vantar-conditions .count")).hasText("4");
        assertThat(page.locator("#vantar-waiting a"))
                .hasAttribute("href", Pattern.compile("/cases/desk\\?programme=" + ACCESS));
        assertThat(page.locator("[data-row='21']")).containsText("För sent inkommen");
        assertThat(page.locator("[data-row='22'] a").nth(1))
                .hasAttribute("href", Pattern.compile("/cases/desk/" + ACCESS + "/22$"));

        say(
                ACCESS,
                "23",
                new RequisitionApproved(new ProgrammeId(ACCESS), new RecipientCode("23"), 1, "as it should be"));
        say(
                ACCESS,
                "23",
                new ConditionRecorded(
                        new ProgrammeId(ACCESS),
                        new RecipientCode("23"),
                        new ConditionId("dialogue"),
                        true,
                        LocalDate.parse("2025-03-01"),
                        "minutes"));
        assertThat(page.locator("#vantar-conditions .count")).hasText("3");
        assertThat(page.locator("#vantar-waiting .count")).hasText("1");
        assertThat(page.locator("[data-row='23']")).containsText("Godkänd");
        assertThat(page.locator(".story")).containsText("1 av 21 mottagare har en godkänd rekvisition, 1 väntar");
    }

    @Test
    @Order(3)
    void theMoneyIsDrawnAndTheMapColouredByTheChosenFigure() {
        Page page = at("/overview/programmes/" + QUEUES);
        page.locator("[data-parts]").scrollIntoViewIfNeeded();
        assertThat(page.locator("[data-parts] svg")).hasCount(1, PATIENTLY);
        page.locator("[data-map]").scrollIntoViewIfNeeded();
        assertThat(page.locator("[data-map] svg")).hasCount(1, PATIENTLY);
        assertThat(page.locator("[data-map] svg")).containsText("–");
        page.locator("#map-figure").selectOption(new SelectOption().setLabel("Tak"));
        assertThat(page.locator("[data-map] svg")).containsText("mkr");
        check(page, "programme-drawn");
    }

    @Test
    @Order(4)
    void threeHundredElevenRecipientsAreFoundSortedAndFetchedByKeyboard() throws IOException {
        Page page = at("/overview/programmes/" + LOCAL_CARE);
        Locator shown = page.locator("#recipients tbody tr:visible");
        assertThat(shown).hasCount(311);
        Locator search = page.locator("[data-filter] input");
        search.focus();
        page.keyboard().type("östersund");
        assertThat(shown).hasCount(1);
        assertThat(page.locator("[data-count]")).hasText("1 av 311 visas");
        search.fill("ingenstans");
        assertThat(page.locator("#no-recipients")).isVisible();
        search.fill("");
        page.locator("[data-on=county]").selectOption("23");
        page.locator("[data-on=kind]").selectOption("MUNICIPALITY");
        assertThat(shown).hasCount(8);
        page.locator("#recipients .sort", new Page.LocatorOptions().setHasText("Summa"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(shown.first()).containsText("Östersund");

        Download csv = page.waitForDownload(() -> {
            page.locator(".files a").last().focus();
            page.keyboard().press("Enter");
        });
        assertThat(csv.suggestedFilename())
                .matches(LOCAL_CARE + "_mottagare_delvis-pahittat_2025-05-10_10\\d\\d\\.csv");
        List<String> lines = Files.readAllLines(csv.path());
        assertThat(lines).hasSize(9);
        assertThat(lines.getFirst()).startsWith("\uFEFFKod;Mottagare;Rekvisition;Regioner: befolkning;");
        assertThat(lines.get(1)).startsWith("2380;Östersund;Saknas;");
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, 4)))
                .isEqualTo(shown.evaluateAll("rows => rows.map(row => row.dataset.row)"));
        Download workbook =
                page.waitForDownload(() -> page.locator(".files a").first().click());
        assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
        assertThat(Files.size(workbook.path())).isGreaterThan(1_000);

        page.locator("[data-map]").scrollIntoViewIfNeeded();
        assertThat(page.locator("[data-map] svg")).hasCount(1, PATIENTLY);
        check(page, "programme-local-care");
        page.locator("[data-filter] button").click();
        assertThat(shown).hasCount(311);
    }

    @Test
    @Order(5)
    void theEnglishPageSaysTheSame() {
        Page page = at("/overview/programmes/" + LOCAL_CARE + "?language=en");
        assertThat(page.locator("h1")).hasText("Good local care 2025");
        assertThat(page.locator("#plan-rubrik")).hasText("What has happened to the money");
        assertThat(page.locator(".story")).containsText("Nobody has a requisition in force yet");
        at("/overview?language=en");
        assertThat(page.locator("h1")).hasText("Grants in force");
        check(page, "overview-english");
        at("/overview?language=sv");
    }

    @Test
    @Order(6)
    void theAccessibilityStatementIsForEverybody() {
        for (String language : List.of("sv", "en")) {
            given().header("Authorization", "")
                    .redirects()
                    .follow(false)
                    .get("/overview/accessibility?language=" + language)
                    .then()
                    .statusCode(200)
                    .body(containsString(
                            language.equals("sv") ? "Tillgänglighetsredogörelse" : "Accessibility statement"))
                    .body(containsString("2018:1937"));
        }
        Page page = at("/overview/accessibility?language=sv");
        assertThat(page.locator("h1")).hasText("Tillgänglighetsredogörelse");
        check(page, "accessibility");
    }
}
