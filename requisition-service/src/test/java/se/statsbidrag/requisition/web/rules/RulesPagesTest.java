package se.statsbidrag.requisition.web.rules;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import se.statsbidrag.local.test.LocalPartsResource;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.requisition.api.LocalMode;
import se.statsbidrag.requisition.api.ServiceOfItsOwn;
import se.statsbidrag.requisition.application.AmendedDefinition;

/** Rules are read by anybody at the agency, proposed by one person and put in force by another. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = @ResourceArg(name = "database", value = "requisition"))
@QuarkusTestResource(LocalMode.class)
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "desk"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulesPagesTest {
    private static final String PROGRAMME = "korta-vardkoerna-2025";
    private static final String RULES = "/cases/programmes";
    private static final Map<String, Page> OPEN = new HashMap<>();
    private static @Nullable TestPages pages;
    private static int proposed;

    @TestHTTPResource("/")
    @Nullable URI address;

    @BeforeEach
    void browser() {
        if (pages == null) {
            pages = new TestPages(Objects.requireNonNull(address));
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

    private static Page as(String client, String path) {
        Page page = OPEN.computeIfAbsent(client, who -> pages().open(who, path));
        page.navigate(pages().address(path));
        return page;
    }

    private static Locator act(Page page, String id) {
        Locator act = page.locator("#act-" + id);
        if (act.getAttribute("open") == null) {
            act.locator("summary").click();
        }
        return act;
    }

    private static void press(Locator act, String name) {
        act.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(1)
    void anAuditorReadsTheRulesAndCannotChangeThem() {
        Page page = as("auditor-1", RULES);
        assertThat(page.locator("[data-part=programmes] tr")).hasCount(3);
        pages().check(page, "rules");
        page.locator("[data-row=" + PROGRAMME + "] th a").click();
        assertThat(page.locator("h1")).hasText("Korta vårdköerna 2025");
        assertThat(page.locator(".prose")).containsText("Potter och fördelningsnycklar");
        assertThat(page.locator(".prose")).containsText("Block 2: genomförda operationer");
        assertThat(page.locator("#act-proposal")).hasCount(0);
        pages().check(page, "rules-programme");
    }

    @Test
    @Order(2)
    void allFaultsOfADefinitionShowAtOnceWithRowAndField() {
        Page page = as("officer-1", RULES + "/" + PROGRAMME);
        Locator act = act(page, "proposal");
        act.locator("input[type=file]")
                .setInputFiles(file(
                        "wrong.yaml",
                        AmendedDefinition.of(PROGRAMME, 9)
                                .replaceAll("\\b100000000\\b", "100000021")
                                .replaceFirst("percent: 65", "percent: 64")));
        act.locator("textarea").fill("Ändrad ram");
        press(act, "Föreslå");
        assertThat(page.locator(".faults")).containsText("Ingenting har registrerats");
        assertThat(page.locator(".faults tbody")).containsText("Kontrollsumman");
        assertThat(page.locator("#act-proposal textarea")).hasValue("Ändrad ram");
        pages().forgetFaults();
        pages().check(page, "rules-faults");
    }

    @Test
    @Order(3)
    void whoProposesAVersionCannotPutItInForceButAnotherCan() {
        Page first = as("officer-1", RULES + "/" + PROGRAMME);
        proposed = Integer.parseInt(Objects.requireNonNull(
                        first.locator("[data-part=versions] tr").first().getAttribute("data-row")))
                + 1;
        Locator act = act(first, "proposal");
        act.locator("input[type=file]")
                .setInputFiles(file("next.yaml", AmendedDefinition.withMore(PROGRAMME, proposed)));
        act.locator("textarea").fill("Ändrat regeringsbeslut");
        press(act, "Föreslå");
        assertThat(first.locator(".done")).containsText("En annan person måste sätta den i kraft");
        assertThat(first.locator(".warning")).containsText("Det krävs en annan person");
        assertThat(first.locator("#act-activation")).hasCount(0);
        assertThat(first.locator("main")).containsText("+21");
        pages().check(first, "rules-version");

        Page second = as("decision-maker-1", RULES);
        assertThat(second.locator("[data-row=" + PROGRAMME + "]")).containsText("väntar på en andra person");
        second.locator("[data-row=" + PROGRAMME + "] td a").click();
        act = act(second, "activation");
        press(act, "Sätt i kraft");
        assertThat(second.locator("#activation-reason-fault")).containsText("Skriv varför");
        second.locator("#activation-reason").fill("Stämmer med beslutet");
        press(second.locator("#act-activation"), "Sätt i kraft");
        assertThat(second.locator(".done")).containsText("i kraft");
        assertThat(second.locator(".badge")).hasText("I kraft");
        pages().forgetFaults();
    }

    @Test
    @Order(4)
    void aTableIsImportedWholeOrNotAtAll() {
        Page page = as("officer-1", "/cases/reference-data");
        assertThat(page.locator("[data-part=tables]")).containsText("Påhittad");
        pages().check(page, "reference-data");
        page.locator("[data-row=standard-cost] a").click();
        int rows = page.locator("#values-head + .scroll tbody tr").count();
        Locator act = act(page, "import");
        act.locator("input[type=file]").setInputFiles(file("wrong.csv", "recipient,value\n01,x\n99,1\n"));
        act.locator("#import-source").fill("SKR");
        act.locator("#import-date").fill("2025-01-01");
        act.locator("#import-official").check();
        press(act, "Läs in");
        assertThat(page.locator(".faults tbody tr").first()).containsText("2");
        assertThat(page.locator(".faults tbody")).containsText("Är inget heltal");
        assertThat(page.locator(".faults tbody")).containsText("Är ingen regions eller kommuns kod");
        assertThat(page.locator("#import-source")).hasValue("SKR");
        assertThat(page.locator("#values-head + .scroll tbody tr")).hasCount(rows);
        pages().forgetFaults();
        pages().check(page, "reference-table-faults");
    }
}
