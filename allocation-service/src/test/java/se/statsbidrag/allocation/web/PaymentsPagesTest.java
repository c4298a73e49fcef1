package se.statsbidrag.allocation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.SignedIn;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.events.deadline.BankDays;
import se.statsbidrag.local.LocalBank;
import se.statsbidrag.local.LocalBank.Entry;
import se.statsbidrag.local.LocalBank.Order;
import se.statsbidrag.local.test.TestPages;

/** Two economists order payments, in a real browser. */
@QuarkusTest
@AllocationService
class PaymentsPagesTest {
    private static final String PROGRAMME = "pages-of-payments";
    private static final String HERE = "/money/payments/" + PROGRAMME;

    @TestHTTPResource("/")
    @Nullable URI address;

    @Inject
    Sources sources;

    @Test
    void onePreparesAndAnotherApprovesTheFileThatHeHasRead() {
        GrantYear year = new GrantYear(sources, PROGRAMME, 2048)
                .definitionInForce()
                .approved("23")
                .approved("24");
        new PlanReader(PROGRAMME).plan(year.after());
        for (String organisation : new String[] {"202100-0555", "232100-0214"}) {
            String details = "/payment-details/" + organisation;
            call("economist-1", "PUT", details, """
                    {"kind": "BANKGIRO", "number": "5050-1055", "name": "Påhittad", "reason": "Påhittat nummer"}""");
            call("economist-2", "POST", details + "/approval", "{\"reason\": \"Ja\"}");
        }
        String decisions = "/programmes/" + PROGRAMME + "/decisions";
        call("officer-1", "POST", decisions, "{\"pots\": [\"block-1\"], \"reason\": \"Godkända\"}");
        call("decision-maker-1", "POST", decisions + "/1/approval", "{\"reason\": \"Ja\"}");
        String now = given().get("/local/clock").then().extract().path("now");
        LocalDate day = BankDays.after(LocalDate.parse(now.substring(0, 10)), 1);

        try (TestPages pages = new TestPages(Objects.requireNonNull(address))) {
            Page first = pages.open("economist-1", HERE);
            first.locator("input[name=executionDate]").fill(day.toString());
            first.locator("button:has-text('Gör bunten')").click();
            assertThat(first.locator(".done")).containsText("En annan person");
            assertThat(first.locator("button:has-text('Godkänn')")).hasCount(0);
            assertThat(first.locator("[data-part=reconciliation] [data-row='24']"))
                    .containsText("4\u00a0761\u00a0904");
            pages.check(first, "payments-prepared");

            Page second = pages.open("economist-2", HERE);
            String hash = second.locator("[data-part=batches] code").textContent();
            second.locator("input[name=fileSha256]").fill("0".repeat(64));
            second.locator("#approve-1").fill("Läst");
            second.locator("button:has-text('Godkänn')").click();
            assertThat(second.locator(".faults")).containsText("Kontrollsumman");
            pages.forgetFaults();
            second.locator("input[name=fileSha256]").fill(hash);
            second.locator("#approve-1").fill("Läst");
            second.locator("button:has-text('Godkänn')").click();
            assertThat(second.locator(".done")).containsText("skickas till banken");
            assertThat(second.locator("[data-part=batches]")).containsText("Skickad till banken");
            pages.check(second, "payments-approved");

            bookedAnotherAmount(day);
            second.navigate(pages.address(HERE));
            assertThat(second.locator("[data-part=sums]")).containsText("väntar på att utredas");
            pages.check(second, "payments-set-aside");
            Locator entry = second.locator("[data-entry]");
            assertThat(entry).containsText("kontoutdraget visar ett annat");
            entry.locator("input[name=reason]").fill("Bankens fel, återfört samma dag");
            entry.locator("button").click();
            assertThat(second.locator(".done")).containsText("utredd");
            assertThat(second.locator("[data-entry]")).hasCount(0);
            assertThat(second.locator("[data-part=sums]")).not().containsText("väntar på att utredas");
        }
    }

    private static void bookedAnotherAmount(LocalDate day) {
        byte[] file = given().header("Authorization", SignedIn.bearer("economist-1"))
                .get("/allocation/v1/programmes/" + PROGRAMME + "/payment-batches/1/payment-file")
                .asByteArray();
        Order order = LocalBank.read(file);
        given().header("Authorization", SignedIn.bearer("economist-1"))
                .contentType("application/xml")
                .body(LocalBank.statement(
                        order.account(),
                        "STMT-" + PROGRAMME,
                        day,
                        List.of(new Entry(
                                "B-1", true, order.transfers().getFirst().id(), 25, ""))))
                .post("/allocation/v1/bank-statements")
                .then()
                .statusCode(200);
    }

    private static void call(String client, String method, String path, String body) {
        int status = given().header("Authorization", SignedIn.bearer(client))
                .contentType("application/json")
                .body(body)
                .request(method, "/allocation/v1" + path)
                .statusCode();
        if (status / 100 != 2 && status != 409) {
            throw new AssertionError(method + " " + path + " by " + client + ": " + status);
        }
    }
}
