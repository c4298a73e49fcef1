package se.statsbidrag.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.local.test.TestPages;

/** Three services serve pages, a person meets one system: signed in once, led by one navigation, nowhere at a dead end. */
@Tag(RunningSystem.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneSystemTest {
    private static final int MOST_PAGES = 40;

    private RunningSystem system;
    private TestPages pages;

    @BeforeAll
    void start() {
        system = RunningSystem.shared();
        pages = new TestPages(URI.create(
                "http://localhost:" + system.parts().reporting().address().getPort() + "/"));
    }

    @AfterAll
    void close() {
        if (pages != null) {
            pages.close();
        }
    }

    /** Follows every link within the system, one page of each kind, and never meets a refusal or signs in again. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "officer-1, Åsa Påhittström",
        "auditor-1, Ragnhild Exempelgranskare",
        "representative-23, ''",
    })
    void whoSignsInOnceReachesAllThatThePagesLeadTo(String person, String name) {
        Page page = pages.open(person, "/");
        assertThat(page.locator(".main-menu a").first()).isVisible();
        assertThat(page.locator(".session")).containsText(name);

        Set<String> kinds = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(links(page));
        List<String> refused = new ArrayList<>();
        int visited = 0;
        while (!open.isEmpty() && visited < MOST_PAGES) {
            String address = open.removeFirst();
            if (!kinds.add(kind(address))) {
                continue;
            }
            visited++;
            Response answer = Objects.requireNonNull(page.navigate(address));
            if (answer.status() != 200 || page.url().contains("/authorize")) {
                refused.add(answer.status() + " " + address);
            }
            open.addAll(links(page));
        }
        page.context().close();

        assertThat(refused).isEmpty();
        assertThat(visited).as("pages seen by %s: %s", person, kinds).isGreaterThan(3);
    }

    /** Where the page leads within the system, but not out of it. */
    private static List<String> links(Page page) {
        List<String> links = new ArrayList<>();
        for (ElementHandle link : page.querySelectorAll("a[href]")) {
            String address = (String) link.evaluate("link => link.href");
            boolean page200 = address.startsWith("http://localhost:")
                    && !address.contains("/session/")
                    && !address.matches(".*\\.(csv|xlsx|pdf|ics|atom)([?#].*)?$")
                    && !address.contains("/v1/");
            if (page200) {
                links.add(address.replaceAll("#.*$", ""));
            }
        }
        return links;
    }

    /** Pages that differ only in what they are about are one kind. */
    private static String kind(String address) {
        return address.replaceAll("/(0[1-9]|[12][0-9])(\\d\\d)?(?=/|\\?|$)", "/{recipient}")
                .replaceAll("[a-z-]+-2025", "{programme}")
                .replaceAll("(?<=[?&][a-zA-Z]{1,20}=)[^&]*", "{value}");
    }
}
