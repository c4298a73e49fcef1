package se.statsbidrag.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import se.statsbidrag.local.Tokens;
import se.statsbidrag.local.test.TestPages;

/** Run with {@code -Pkeycloak}: people sign in to the pages by Keycloak's own form, and out again. */
@Tag(RunningSystem.SHARED)
@EnabledIfSystemProperty(named = "statsbidrag.identity.provider", matches = "keycloak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakSignInTest {
    private RunningSystem system;
    private TestPages pages;

    @BeforeAll
    void start() {
        system = RunningSystem.shared();
        pages = new TestPages(URI.create(address("/")));
    }

    @AfterAll
    void close() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void theOfficerSeesTheDeskAndAfterSigningOutNobodyDoes() {
        Page page = open("/cases/desk");
        assertThat(page.url()).startsWith(system.parts().identity().issuer().toString());
        signIn(page, "officer-1");

        assertThat(page).hasURL(address("/cases/desk"));
        assertThat(page.locator(".session")).containsText("Åsa Påhittström");

        page.locator("a[href$='/session/sign-out']").first().click();
        assertThat(page.locator("h1")).hasText("Du är utloggad");
        page.navigate(address("/cases/desk"));
        assertThat(page.locator("#username")).isVisible();
        page.context().close();
    }

    @Test
    void theRepresentativeOfAMunicipalitySeesItsOwnAndNoDesk() {
        Page page = open("/cases/mine");
        signIn(page, "representative-1480");

        assertThat(page).hasURL(address("/cases/mine"));
        assertThat(page.locator("main")).containsText("Göteborg");

        page.navigate(address("/cases/desk"));
        assertThat(page.locator("h1")).hasText("Du har inte behörighet till sidan");
        page.context().close();
    }

    @Test
    void aWrongPasswordLetsNobodyIn() {
        Page page = open("/cases/desk");
        fill(page, "officer-1", "guessed");

        assertThat(page.locator("#password")).isVisible();
        assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));
        page.context().close();
    }

    private String address(String path) {
        return "http://localhost:" + system.parts().requisition().port() + path;
    }

    private Page open(String path) {
        return pages.visit(path, new NewContextOptions());
    }

    private static void signIn(Page page, String person) {
        fill(page, person, Tokens.LOCAL_SECRET);
        page.waitForURL(url -> url.contains("/cases/"));
    }

    private static void fill(Page page, String person, String password) {
        page.locator("#username").fill(person);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }
}
