package se.statsbidrag.requisition.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.statsbidrag.local.Tokens;
import se.statsbidrag.local.test.LocalPartsResource;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.local.test.TestParts;
import se.statsbidrag.requisition.api.LocalMode;
import se.statsbidrag.requisition.api.ServiceOfItsOwn;

/** An officer's days before and after the deadline of 2 June 2025; the clock goes forwards only. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = @ResourceArg(name = "database", value = "requisition"))
@QuarkusTestResource(LocalMode.class)
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "desk"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskPagesTest {
    private static final String PROGRAMME = "korta-vardkoerna-2025";
    private static final String DESK = "/cases/desk";
    private static final String CERTIFIED = "{\"wantsRemainingFunds\": true, \"certified\": true}";
    private static final Map<String, Page> OPEN = new HashMap<>();
    private static @Nullable TestPages pages;
    private static @Nullable Tokens tokens;

    @TestHTTPResource("/")
    @Nullable URI address;

    @BeforeEach
    void browser() {
        if (pages == null) {
            pages = new TestPages(Objects.requireNonNull(address));
            tokens = new Tokens(TestParts.shared().identity().issuer());
        }
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

    /** A page of this person, who signs in once. */
    private static Page as(String client, String path) {
        Page page = OPEN.computeIfAbsent(
                client, who -> pages().open(who, path, new NewContextOptions().setViewportSize(1280, 900)));
        page.navigate(pages().address(path));
        return page;
    }

    private static ValidatableResponse requisition(String recipient, String body) {
        return given().header("Authorization", Objects.requireNonNull(tokens).bearer("representative-" + recipient))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/requisition/v1/programmes/" + PROGRAMME + "/requisitions/" + recipient)
                .then();
    }

    private static void clock(String now) {
        given().contentType(ContentType.JSON)
                .body("{\"now\": \"" + now + "\"}")
                .put("/local/clock")
                .then()
                .statusCode(200);
    }

    private static String file(String recipient) {
        return DESK + "/" + PROGRAMME + "/" + recipient;
    }

    private static Locator act(Page page, String id) {
        Locator act = page.locator("#act-" + id);
        if (act.getAttribute("open") == null) {
            act.locator("summary").click();
        }
        return act;
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    @Order(1)
    void whatComesInShowsOnTheDeskByItself() {
        Page page = as("officer-1", DESK);
        assertThat(page.locator("h1")).hasText("Det här väntar");
        assertThat(page.locator("[data-part=count]")).containsText("Ingenting väntar");
        requisition("23", CERTIFIED).statusCode(201);
        assertThat(page.locator("[data-part=waiting] tr")).hasCount(1);
        assertThat(page.locator("[data-part=waiting]")).containsText("Jämtland");
        requisition("03", CERTIFIED).statusCode(201);
        requisition("04", CERTIFIED).statusCode(201);
        requisition("05", CERTIFIED).statusCode(201);
        assertThat(page.locator("[data-part=waiting] tr")).hasCount(4);
        pages().check(page, "desk-waiting");

        page.locator("select[name=waitsFor]").selectOption("HELD");
        page.locator(".filters button").click();
        assertThat(page.locator("[data-part=count]")).containsText("Ingenting väntar");
    }

    @Test
    @Order(2)
    void anOfficerReturnsWithAReasonAndHearsWhatIsWrongAtTheFields() {
        Page page = as("officer-1", DESK);
        page.locator("[data-part=waiting] a").first().click();
        assertThat(page).hasURL(pages().address(file("23")));
        assertThat(page.locator("[data-part=standing]")).containsText("Inkommen");
        Locator act = act(page, "return");
        assertThat(act.locator(".consequences")).containsText("4\u00a0761\u00a0904\u00a0kr hålls av");
        act.locator("input[name=completeBy]").fill("2024-12-01");
        button(act, "Returnera för komplettering").click();

        assertThat(page.locator(".faults")).containsText("Ingenting har registrerats");
        assertThat(page.locator("#return-reason")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#return-reason-fault")).containsText("Skriv varför");
        assertThat(page.locator("#return-completeBy-fault")).containsText("Dagen har redan varit");
        assertThat(page.locator("#return-completeBy")).hasValue("2024-12-01");
        page.locator(".faults a").first().click();
        assertThat(page.locator("#return-reason")).isFocused();
        pages().forgetFaults();
        pages().check(page, "desk-case-faults");

        page.locator("#return-reason").fill("Intyget om vårdgarantifunktionen saknas");
        page.locator("#return-completeBy").fill("2025-06-20");
        button(page.locator("#act-return"), "Returnera för komplettering").click();
        assertThat(page.locator(".done")).containsText("returnerad för komplettering");
        assertThat(page.locator("[data-part=standing]")).containsText("Kompletteras senast 20\u00a0juni\u00a02025");
        assertThat(page.locator("[data-part=history]")).containsText("Intyget om vårdgarantifunktionen saknas");
    }

    @Test
    @Order(3)
    void manyAreApprovedAtOnceAllOrNothing() {
        Page page = as("officer-1", DESK + "/approvals");
        assertThat(page.locator("input[name=recipients]")).hasCount(3);
        button(page.locator("main"), "Godkänn de valda").click();
        assertThat(page.locator(".faults")).containsText("Välj minst en rekvisition");
        pages().forgetFaults();
        page.getByText("Markera alla").click();
        page.getByLabel("Motivering, för alla valda").fill("Uppfyller villkoren");
        pages().check(page, "desk-approvals");

        button(page.locator("main"), "Godkänn de valda").click();
        assertThat(page.locator(".done")).containsText("godkända");
        assertThat(page.locator("[data-part=count]")).containsText("Ingenting väntar");
        page.navigate(pages().address(file("04")));
        assertThat(page.locator("[data-part=standing]")).containsText("Godkänd");
    }

    @Test
    @Order(4)
    void conditionsAreNotedWithDayAndEvidence() {
        Page page = as("officer-1", file("04"));
        Locator act = act(page, "conditions");
        act.locator("#conditions-date").fill("2030-01-01");
        button(act, "Notera").click();
        assertThat(page.locator("#conditions-date-fault")).containsText("Dagen har inte varit");
        assertThat(page.locator("#conditions-evidence-fault")).containsText("Skriv var det framgår");
        pages().forgetFaults();
        page.locator("#conditions-date").fill("2025-01-01");
        page.locator("#conditions-evidence").fill("Handling 12/2025");
        button(page.locator("#act-conditions"), "Notera").click();
        assertThat(page.locator("[data-part=conditions]")).containsText("Handling 12/2025");
        pages().check(page, "desk-case");
    }

    @Test
    @Order(5)
    void aDecisionMakerReadsTheDeskAndCannotDecide() {
        Page page = as("decision-maker-1", file("23"));
        assertThat(page.locator("[data-part=standing]")).containsText("Returnerad");
        assertThat(page.locator("form[method=post]")).hasCount(0);
        int status = page.request()
                .post(
                        pages().address(file("23") + "/approval"),
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("reason", "x")))
                .status();
        assertThat(status).isEqualTo(403);
    }

    @Test
    @Order(8)
    void aLateRequisitionTakesTwoOfficers() {
        clock("2025-06-03T08:00:00+02:00");
        requisition("06", CERTIFIED).statusCode(201);
        Page first = as("officer-1", DESK + "/late-arrivals");
        assertThat(first.locator("[data-part=late]")).containsText("Jönköping");
        pages().check(first, "desk-late");
        first.locator("[data-part=late] a").click();
        Locator act = act(first, "admission-1");
        assertThat(act.locator(".consequences")).containsText("i stället för 0\u00a0kr");
        act.locator("textarea").fill("E-tjänsten låg nere");
        button(act, "Föreslå att den släpps in").click();
        assertThat(first.locator(".done")).containsText("En annan handläggare måste godkänna det");
        assertThat(first.locator(".refused")).containsText("Du har föreslagit det");
        assertThat(first.locator("#act-admission-1")).hasCount(0);
        pages().check(first, "desk-case-late");

        Page second = as("officer-2", DESK + "/proposals");
        assertThat(second.locator("[data-part=proposals]")).containsText("Du kan vara den andra");
        second.locator("[data-part=proposals] a").click();
        act = act(second, "admission-1");
        act.locator("textarea").fill("E-tjänsten låg nere");
        button(act, "Släpp in, som andra person").click();
        assertThat(second.locator(".done")).containsText("insläppt");
        assertThat(second.locator("[data-part=standing]")).containsText("Inkommen");
    }

    @Test
    @Order(9)
    void whatADeadlineWouldLetInShowsBeforeItIsExtended() {
        requisition("07", CERTIFIED).statusCode(201);
        Page page = as("officer-1", DESK + "/deadlines");
        pages().check(page, "desk-deadlines");
        page.locator("[data-row=" + PROGRAMME + "-requisition] a").click();
        page.locator("#extension-dueDate").fill("2025-06-10");
        button(page.locator("main"), "Visa följderna").click();
        assertThat(page.locator("[data-part=sum]")).containsText("4\u00a0761\u00a0905\u00a0kr som i tid");
        assertThat(page.locator("#extension-dueDate")).hasValue("2025-06-10");
        pages().check(page, "desk-deadline");
        button(page.locator("main"), "Flytta fram").click();
        assertThat(page.locator("#extension-reason-fault")).containsText("Skriv varför");
        pages().forgetFaults();
        page.locator("#extension-reason").fill("E-tjänsten låg nere");
        button(page.locator("main"), "Flytta fram").click();
        assertThat(page.locator(".done")).containsText("framflyttad");
        assertThat(page.locator("[data-row=" + PROGRAMME + "-requisition]")).containsText("10\u00a0juni\u00a02025");
        page.navigate(pages().address(file("07")));
        assertThat(page.locator("[data-part=standing]")).containsText("Inkommen");
    }

    @Test
    @Order(10)
    void anApplicationForAMandateIsApproved() {
        given().header("Authorization", Objects.requireNonNull(tokens).bearer("deputy-14"))
                .put("/requisition/v1/representatives/232100-0131")
                .then()
                .statusCode(201);
        Page page = as("officer-1", DESK + "/mandates");
        assertThat(page.locator("[data-part=mandates]")).containsText("Västra Götaland");
        page.locator("[data-part=mandates] a").click();
        Locator act = act(page, "approval");
        assertThat(act.locator(".consequences")).containsText("nuvarande ombudets uppdrag upphör");
        act.locator("textarea").fill("Fullmakt i handling 44/2025");
        button(act, "Godkänn ansökan").click();
        assertThat(page.locator(".done")).containsText("Uppdraget är godkänt");
        pages().check(page, "desk-mandate");
    }

    @Test
    @Order(11)
    void theDeskIsWorkedByKeyboardAloneAndInEnglish() {
        Page page = as("officer-2", file("06") + "?language=en");
        assertThat(page.locator("h2").first()).hasText("The requisition");
        page.locator("#act-approval summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("Meets the conditions");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".done")).containsText("The requisition is approved");
        page.navigate(pages().address(DESK + "?language=sv"));
    }
}
