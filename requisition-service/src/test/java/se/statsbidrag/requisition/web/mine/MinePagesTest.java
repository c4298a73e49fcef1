package se.statsbidrag.requisition.web.mine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.statsbidrag.local.DemonstrationPeople;
import se.statsbidrag.local.Tokens;
import se.statsbidrag.local.test.LocalPartsResource;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.local.test.TestParts;
import se.statsbidrag.requisition.api.LocalMode;
import se.statsbidrag.requisition.api.ServiceOfItsOwn;

/** Recipients' people from sign-in to receipt, on the three shipped grants; each story has a region of its own. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = @ResourceArg(name = "database", value = "requisition"))
@QuarkusTestResource(LocalMode.class)
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "mine"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MinePagesTest {
    private static final String ACCESS = "/cases/mine/tillganglighet-2025/";
    private static final String CARE = "/cases/mine/god-nara-vard-2025/";
    private static final String QUEUES = "/cases/mine/korta-vardkoerna-2025/";
    private static final String API = "/requisition/v1/programmes/";
    private static final String SAVE = "Spara och fortsätt";
    private static final String SUBMIT = "Skicka in";

    private static final Map<String, Page> SIGNED_IN = new HashMap<>();
    private static @Nullable TestPages pages;

    @TestHTTPResource("/")
    @Nullable URI address;

    @BeforeEach
    void itIsMarch() {
        if (pages == null) {
            clock("2025-03-20T10:00:00+01:00");
            pages = new TestPages(Objects.requireNonNull(address));
        }
        // A form answered with its faults is told on the console as a failed request.
        pages.forgetFaults();
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    private static void clock(String now) {
        given().contentType(ContentType.JSON)
                .body("{\"now\": \"" + now + "\"}")
                .put("/local/clock")
                .then()
                .statusCode(200);
    }

    private static TestPages pages() {
        return Objects.requireNonNull(pages);
    }

    /** One browser session for each person. */
    private static Page open(String person, String path) {
        // Nobody else's page is to follow what happens meanwhile.
        SIGNED_IN.forEach((other, page) -> {
            if (!other.equals(person)) {
                page.navigate("about:blank");
            }
        });
        Page page = SIGNED_IN.get(person);
        if (page == null) {
            page = pages().open(person, path);
            SIGNED_IN.put(person, page);
        } else {
            page.navigate(pages().address(path));
        }
        return page;
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
    }

    private static void certifyAndSubmit(Page page) {
        page.locator("#certified").check();
        press(page, SUBMIT);
        assertThat(page.locator("h1")).hasText("Kvittens");
    }

    /** Of a page that answers a form with its faults, which the console tells of. */
    private static void checkAnswer(Page page, String name) {
        pages().forgetFaults();
        pages().check(page, name);
    }

    private static void officer(String path, String body) {
        String bearer = new Tokens(TestParts.shared().identity().issuer()).bearer("officer-1");
        given().header("Authorization", bearer)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    @Order(1)
    void aRepresentativeSeesTheRegionsCasesAndTheMandate() {
        Page page = open("representative-17", "/cases/mine");

        assertThat(page.locator("h2").first()).containsText("Region Värmland");
        assertThat(page.locator("[data-part^=standing]")).containsText("Ombud");
        assertThat(page.locator(".cases li")).hasCount(3);
        assertThat(page.locator(".cases li").first()).containsText("Inte påbörjad");
        assertThat(page.locator(".cases a[href*='/money/tillganglighet-2025/17']"))
                .hasCount(1);
        pages().check(page, "mine-start");
    }

    @Test
    @Order(2)
    void aGrantWithAShareIsRequisitionedStepByStep() {
        Page page = open("representative-17", ACCESS + "17");
        page.locator("a.button", new Page.LocatorOptions().setHasText("Börja fylla i"))
                .click();
        Locator amount = page.locator("#amount");
        String share = amount.inputValue();
        assertThat(Long.parseLong(share)).isGreaterThan(100_000_000);

        amount.fill("999 999 999 999");
        press(page, SAVE);
        assertThat(amount).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#amount-fault")).containsText("Beloppet är högre än andelen");
        assertThat(page.locator(".faults a")).hasAttribute("href", "#amount");
        checkAnswer(page, "mine-form-faults");

        amount.fill("mycket");
        press(page, SAVE);
        assertThat(amount).hasValue("mycket");
        assertThat(page.locator("#amount-fault")).containsText("med siffror");
        amount.fill(share);
        page.locator("#wantsRemainingFunds").check();
        press(page, SAVE);

        assertThat(page.locator("h1")).hasText("Ändamål");
        press(page, SAVE);
        assertThat(page.locator("#purposes-fault")).containsText("Ange vad bidraget ska användas till");
        page.locator("input[name=purposes]").first().check();
        press(page, SAVE);

        assertThat(page.locator("h1")).hasText("Granska och skicka in");
        press(page, SUBMIT);
        assertThat(page.locator("#certified-fault")).containsText("Intyga");
        checkAnswer(page, "mine-review");
        certifyAndSubmit(page);
        assertThat(page.locator(".receipt")).containsText("20\u00a0mars\u00a02025 kl.\u00a010");
        assertThat(page.locator("main")).containsText("stärka tillgängligheten");
        assertThat(page.locator("[data-print]")).isVisible();
        checkAnswer(page, "mine-receipt");
    }

    @Test
    @Order(3)
    void aGrantWithAJointPlanRefersToIt() {
        Page page = open("representative-17", CARE + "17/form");
        assertThat(page.locator(".shares tbody tr")).not().hasCount(0);
        press(page, SAVE);
        page.locator("input[name=purposes]").nth(1).check();
        press(page, SAVE);

        assertThat(page.locator("h1")).hasText("Vem som gör vad");
        press(page, SAVE);
        assertThat(page.locator("#plan-fault")).containsText("hänvisa till den gemensamma planen");
        press(page, "Lägg till en insats");
        page.locator("#plan-measures-0-description").fill("Fast läkarkontakt på alla vårdcentraler");
        page.locator("#plan-regionalCollaborationStructure").fill("Värmlands samverkan");
        page.keyboard().press("Enter");
        assertThat(page.locator("#plan-measures-0-carriedOutBy-fault")).containsText("Ange vilka");
        checkAnswer(page, "mine-plan");
        press(page, "Ta bort insats");
        page.locator("#plan-reference").fill("Plan 19121212-1212");
        press(page, SAVE);
        assertThat(page.locator("#plan-reference-fault")).containsText("personnummer");
        page.locator("#plan-reference").fill("RS 2025-1, antagen den 3 mars");
        press(page, SAVE);
        certifyAndSubmit(page);
        assertThat(page.locator("main")).containsText("RS 2025-1");
        assertThat(page.locator("main")).containsText("Värmlands samverkan");
    }

    @Test
    @Order(4)
    void aGrantThatIsComputedIsOnlyCertifiedByKeysAlone() {
        Page page = open("representative-20", "/cases/mine");
        Locator link = page.locator(".cases h3 a[href$='korta-vardkoerna-2025/20']");
        go(page, link);
        go(page, page.locator("a.button[href$='/form']"));
        assertThat(page.locator("h1")).hasText("Granska och skicka in");
        assertThat(page.locator("main")).containsText("Räknas fram enligt reglerna");
        assertThat(page.locator("#amount")).hasCount(0);
        tabTo(page, page.locator("#certified"));
        page.keyboard().press("Space");
        go(page, page.locator("button[value=submit]"));
        assertThat(page.locator("h1")).hasText("Kvittens");
    }

    private static void tabTo(Page page, Locator target) {
        target.waitFor();
        for (int presses = 0; presses < 60; presses++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + target);
    }

    private static void go(Page page, Locator target) {
        tabTo(page, target);
        page.keyboard().press("Enter");
    }

    @Test
    @Order(5)
    void whatTheOfficerAskedForIsAnsweredAndFollowed() {
        Page page = open("representative-17", ACCESS + "17");
        assertThat(page.locator("[data-part=status]")).containsText("Inskickad");
        officer(
                API + "tillganglighet-2025/requisitions/17/return",
                "{\"reason\": \"Ange även ändamål 2\", \"completeBy\": \"2025-05-02\"}");

        assertThat(page.locator("[data-part=status]")).containsText("Behöver kompletteras");
        assertThat(page.locator(".asked")).containsText("Ange även ändamål 2");
        assertThat(page.locator(".asked")).containsText("2\u00a0maj\u00a02025");
        checkAnswer(page, "mine-case-returned");
        page.locator("a.button", new Page.LocatorOptions().setHasText("Komplettera"))
                .click();
        press(page, SAVE);
        page.locator("input[name=purposes]").nth(1).check();
        press(page, SAVE);
        certifyAndSubmit(page);
        page.locator("a.button", new Page.LocatorOptions().setHasText("Till ärendet"))
                .click();
        assertThat(page.locator("[data-part=status]")).containsText("Inskickad");
        assertThat(page.locator("[data-part=history] > li strong").first()).hasText("Ett utkast sparades");
        assertThat(page.locator("[data-part=history] > li strong").last()).hasText("Rekvisitionen ändrades");
        assertThat(page.locator("[data-part=history]")).containsText("Socialstyrelsen");

        page.locator("a.button", new Page.LocatorOptions().setHasText("Ta tillbaka"))
                .click();
        press(page, "Ta tillbaka");
        assertThat(page.locator(".done")).containsText("återtagen");
        assertThat(page.locator("[data-part=status]")).containsText("Återtagen");
    }

    @Test
    @Order(6)
    void gotlandStatesItsMeasuresForRegionAndMunicipality() {
        Page page = open("representative-09", "/cases/mine");
        assertThat(page.locator(".cases li")).hasCount(4);
        page.navigate(pages().address(CARE + "0980/form/plan"));
        page.locator("#plan-measures-0-description").fill("Mobilt team");
        page.locator("input[name='plan.measures[0].carriedOutBy']").last().check();
        press(page, "gör klart senare");
        assertThat(page.locator(".done")).containsText("Utkastet är sparat");
        assertThat(page.locator("[data-part=content]")).containsText("Mobilt team");
        assertThat(page.locator("[data-part=conditions]")).not().isEmpty();
        page.navigate(pages().address(CARE + "0980/form/review"));
        assertThat(page.locator(".faults")).containsText("Ange vad bidraget ska användas till");
        assertThat(page.locator(".faults a").first()).hasAttribute("href", CARE + "0980/form/purposes#purposes");
        assertThat(page.locator("button[value=submit]")).hasCount(0);
    }

    @Test
    @Order(7)
    void aSecondTabOverwritesNothingAndLosesNothing() {
        Page one = open("representative-18", ACCESS + "18/form/amount");
        Page other = one.context().newPage();
        other.navigate(pages().address(ACCESS + "18/form/amount"));
        one.locator("#amount").fill("1000");
        press(one, SAVE);
        other.locator("#amount").fill("2000");
        press(other, SAVE);

        assertThat(other.locator(".faults")).containsText("Någon annan hos er har sparat");
        assertThat(other.locator(".conflict")).containsText("1\u00a0000\u00a0kr");
        assertThat(other.locator("#amount")).hasValue("2000");
        checkAnswer(other, "mine-conflict");
        press(other, SAVE);
        assertThat(other.locator("h1")).hasText("Ändamål");
        one.navigate(pages().address(ACCESS + "18/form/amount"));
        assertThat(one.locator("#amount")).hasValue("2000");
        other.close();
    }

    @Test
    @Order(8)
    void aDataCoordinatorFillsInAndADeputySubmits() {
        Page mandate = open("representative-23", "/cases/mine/mandate/232100-0214");
        mandate.locator("#person").fill("19800101-1234");
        press(mandate, "Bjud in");
        assertThat(mandate.locator("#person-fault")).containsText("aldrig ett personnummer");
        assertThat(mandate.locator("#person")).hasValue("");
        mandate.locator("#person").fill(subject("data-coordinator-23"));
        press(mandate, "Bjud in");
        assertThat(mandate.locator(".done")).containsText("inbjuden");
        mandate.locator("#person").fill(subject("deputy-23"));
        mandate.locator("input[value=deputy][type=radio]").check();
        press(mandate, "Bjud in");
        assertThat(mandate.locator(".people li")).hasCount(2);
        checkAnswer(mandate, "mine-mandate");

        Page coordinator = open("data-coordinator-23", ACCESS + "23");
        assertThat(coordinator.locator("[data-part=status]")).containsText("behöver påbörja ärendet");
        assertThat(coordinator.locator("a.button")).hasCount(0);
        Page deputy = open("deputy-23", ACCESS + "23/form/amount");
        press(deputy, SAVE);
        coordinator.navigate(pages().address(ACCESS + "23/form/purposes"));
        coordinator.locator("input[name=purposes]").last().check();
        press(coordinator, SAVE);
        assertThat(coordinator.locator("main")).containsText("Du kan fylla i men inte skicka in");
        assertThat(coordinator.locator("button[value=submit]")).hasCount(0);
        assertThat(coordinator
                        .request()
                        .post(
                                pages().address(ACCESS + "23/form/review"),
                                RequestOptions.create()
                                        .setHeader("Sec-Fetch-Site", "same-origin")
                                        .setForm(FormData.create()
                                                .set("version", "2")
                                                .set("go", "submit")
                                                .set("certified", "true")))
                        .status())
                .isEqualTo(403);

        deputy.navigate(pages().address(ACCESS + "23/form/review"));
        certifyAndSubmit(deputy);
    }

    private static String subject(String person) {
        return DemonstrationPeople.subject(person).toString();
    }

    @Test
    @Order(9)
    void nobodySeesAnothersCases() {
        Page page = open("representative-17", ACCESS + "18");
        assertThat(page.locator("h1")).hasText("Du har inte behörighet till sidan");
        for (String path : new String[] {"18/form/amount", "18/receipt", "18/withdrawal"}) {
            assertThat(page.request().get(pages().address(ACCESS + path)).status())
                    .isEqualTo(403);
        }
        assertThat(page.request()
                        .get(pages().address("/cases/mine/mandate/232100-0214"))
                        .status())
                .isEqualTo(403);
        Page officer = open("officer-1", "/cases/mine");
        assertThat(officer.locator("h1")).hasText("Du har inte behörighet till sidan");
        pages().forgetFaults();
    }

    @Test
    @Order(10)
    void whoHasAppliedWaitsAndWhatHeSendsIsHeldUntilTheAgencyApproves() {
        Page page = open("representative-23-new", QUEUES + "23");
        assertThat(page.locator("[data-part=status]")).containsText("Du har inget uppdrag");
        page.navigate(pages().address("/cases/mine/mandate/232100-0214"));
        press(page, "Ansök om att bli ombud");
        assertThat(page.locator("[data-part=standing]")).containsText("Ansökan väntar");

        page.navigate(pages().address(QUEUES + "23/form"));
        assertThat(page.locator(".warning")).containsText("hålls kvar");
        certifyAndSubmit(page);
        assertThat(page.locator(".warning")).containsText("Hålls kvar.");

        page.navigate(pages().address("/cases/mine/mandate/232100-0214"));
        page.locator("#reason").fill("Någon annan söker");
        press(page, "Ta tillbaka ansökan");
        assertThat(page.locator(".done")).containsText("avslutats");
        press(page, "Ansök om att bli ombud");
        officer("/requisition/v1/representatives/232100-0214/approval", "{\"reason\": \"Fullmakt visad\"}");
        assertThat(page.locator("[data-part=standing] .state")).hasText("Ombud");

        page.navigate(pages().address(QUEUES + "23"));
        assertThat(page.locator("[data-part=status] .state")).hasText("Kvarhållen");
        press(page, "Släpp in");
        assertThat(page.locator(".faults")).containsText("Skriv varför");
        page.locator(".held textarea").fill("Uppdraget är godkänt");
        press(page, "Släpp in");
        assertThat(page.locator("[data-part=status] .state")).hasText("Inskickad");

        Page replaced = open("representative-23", "/cases/mine");
        assertThat(replaced.locator("[data-part^=standing]")).containsText("Ett annat ombud har godkänts");
    }

    @Test
    @Order(11)
    void theCalendarIsForEverybodyWhoIsSignedIn() {
        Page page = open("officer-1", "/cases/calendar");
        assertThat(page.locator("[data-part=past] tr").last()).containsText("6\u00a0mars\u00a02025");
        assertThat(page.locator("[data-part=coming] tr").first()).containsText("februari 2025");
        assertThat(page.locator("a[href$='calendar.ics']")).hasCount(1);
        pages().check(page, "mine-calendar");
        page.navigate(pages().address("/cases/calendar?language=en"));
        assertThat(page.locator("h1")).hasText("Grant calendar");
        page.navigate(pages().address("/cases/calendar?language=sv"));
    }

    @Test
    @Order(12)
    void afterTheLastDayItIsSaidBeforeAndOnTheReceipt() {
        clock("2025-04-18T08:00:00+02:00");
        Page page = open("representative-18", ACCESS + "18/form/purposes");
        page.locator("input[name=purposes]").first().check();
        press(page, SAVE);
        assertThat(page.locator(".warning").first()).containsText("kommer för sent");
        certifyAndSubmit(page);
        assertThat(page.locator(".warning")).containsText("Kom in för sent.");
        pages().check(page, "mine-receipt-late");
        page.navigate(pages().address("/cases/mine"));
        assertThat(page.locator(".cases")).containsText(Pattern.compile("Kom in för sent"));
        page.navigate(pages().address(ACCESS + "18/withdrawal"));
        assertThat(page).hasURL(pages().address(ACCESS + "18"));
    }
}
