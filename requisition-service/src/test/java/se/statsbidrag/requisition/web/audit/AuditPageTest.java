package se.statsbidrag.requisition.web.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.statsbidrag.local.DemonstrationPeople;
import se.statsbidrag.local.test.LocalPartsResource;
import se.statsbidrag.local.test.TestPages;
import se.statsbidrag.requisition.api.LocalMode;
import se.statsbidrag.requisition.api.ServiceOfItsOwn;

/** Auditors and operators see who did what, and whether the log is as it was recorded. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = @ResourceArg(name = "database", value = "requisition"))
@QuarkusTestResource(LocalMode.class)
@WithTestResource(value = ServiceOfItsOwn.class, initArgs = @ResourceArg(name = "for", value = "desk"))
class AuditPageTest {
    @TestHTTPResource("/")
    @Nullable URI address;

    @Test
    void whoDidWhatIsFoundAndTheLogIsVerified() {
        try (TestPages pages = new TestPages(Objects.requireNonNull(address))) {
            Page page = pages.open("auditor-1", "/cases/audit");
            assertThat(page.locator("h1")).hasText("Vem gjorde vad");
            assertThat(page.locator("tbody")).containsText("representative-approved");
            page.locator("input[name=programme]").fill("korta-vardkoerna-2025");
            page.locator(".filters button").click();
            assertThat(page.locator("tbody")).containsText("korta-vardkoerna-2025");
            pages.check(page, "audit");
            page.locator("input[name=actor]")
                    .fill(DemonstrationPeople.subject("economist-2").toString());
            page.locator(".filters button").click();
            assertThat(page.locator("main")).containsText("Inga händelser svarar mot det du söker");

            page.getByText("Loggarna och kontrollen av dem").click();
            page.locator("tbody tr").first().locator("button").click();
            assertThat(page.locator(".done")).containsText("Loggen är hel: requisitions");
            pages.check(page, "audit-logs");
        }
    }

    @Test
    void officersAreToldThatThePageIsForOthers() {
        try (TestPages pages = new TestPages(Objects.requireNonNull(address))) {
            Page page = pages.open("officer-2", "/cases/audit");
            assertThat(page.locator("h1")).hasText("Du har inte behörighet till sidan");
        }
    }
}
