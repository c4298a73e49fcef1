package se.statsbidrag.reporting.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SignedIn;

/** Two officers let a late delivery in, and put a reporter's scope in force. */
@QuarkusTest
@QuarkusTestResource(value = ReportingParts.class, restrictToAnnotatedClass = true)
@ExtendWith(SignedIn.class)
class LateDeliveriesPagesTest {
    private static final OtherServices OTHERS = new OtherServices();
    private static final String LATE = "/overview/late-deliveries";

    @TestHTTPResource("/")
    @Nullable URI address;

    @Test
    void theFirstProposesAndAnotherDecides() {
        OTHERS.putProgrammeInForce();
        Service.awaitReady();
        Service.setClock("2025-11-22T12:00:00+01:00");
        try (TestPages pages = new TestPages(Objects.requireNonNull(address))) {
            Page first = pages.open("officer-1", LATE);
            assertThat(first.locator("[data-part=count]")).containsText("Inga leveranser");
            Service.putCsv("patientregistret", "2025-10", "23,23,PUBLIC,CATARACT,5\n")
                    .statusCode(201);
            assertThat(first.locator("[data-part=late]")).containsText("patientregistret");
            pages.check(first, "late-deliveries");
            Page second = pages.open("officer-2", LATE);

            aLateDeliveryIsLetIn(pages, first, second);
            aScopeIsPutInForce(pages, first, second);
        }
    }

    private static void aLateDeliveryIsLetIn(TestPages pages, Page first, Page second) {
        first.locator("[data-part=late] a").click();
        first.locator("#act-admission summary").click();
        first.locator("#act-admission button").click();
        assertThat(first.locator("#admission-reason-fault")).containsText("Skriv varför");
        pages.forgetFaults();
        first.locator("#admission-reason").fill("Registret låg nere den sista dagen");
        first.locator("#act-admission button").click();
        assertThat(first.locator(".warning")).containsText("En annan handläggare måste godkänna");
        assertThat(first.locator("#act-admission")).hasCount(0);
        pages.check(first, "late-delivery");

        assertThat(second.locator("[data-part=late]")).containsText("Väntar på en andra person");
        second.locator("[data-part=late] a").click();
        second.locator("#act-admission summary").click();
        second.locator("#admission-reason").fill("Registret låg nere den sista dagen");
        second.locator("#act-admission button").click();
        assertThat(second.locator(".done")).containsText("insläppt");
    }

    private static void aScopeIsPutInForce(TestPages pages, Page first, Page second) {
        first.navigate(pages.address(LATE + "/scopes"));
        Locator act = first.locator("#act-proposal");
        act.locator("summary").click();
        act.locator("#proposal-reporter").fill("norra-regionerna");
        act.locator("#region-23").check();
        act.locator("#proposal-fromMonth").fill("2025-11");
        act.locator("#proposal-reason").fill("Eget register");
        act.locator("button").click();
        assertThat(first.locator(".done")).containsText("En annan handläggare måste godkänna");
        assertThat(first.locator(".card .warning")).containsText("Du har föreslagit det");
        pages.check(first, "reporter-scopes");

        second.navigate(pages.address(LATE + "/scopes"));
        second.locator("#approval-norra-regionerna-reason").fill("Stämmer");
        second.locator(".card button").first().click();
        assertThat(second.locator("[data-part=scopes]")).containsText("norra-regionerna");
    }
}
