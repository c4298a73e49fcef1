package se.statsbidrag.local.test;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A service's pages in a real browser, for tests: opened by somebody who signs in, and held against what every page must
 * keep. One browser for all of a class's tests.
 */
public final class TestPages implements AutoCloseable {
    /** {@code full} looks at each page in both languages, both themes and all widths; anything else in two dresses. */
    private static final boolean FULL =
            System.getProperty("statsbidrag.pages.matrix", "").equals("full");

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double PATIENCE = 20_000;
    private static final int USUAL_WIDTH = 1280;
    private static final int HEIGHT = 900;

    /** Of an A4 paper between its margins, at 96 points an inch. */
    private static final int PAPER_WIDTH = 718;

    private final URI address;
    private final Browser browser = new Browser();
    private final List<String> faults = new ArrayList<>();

    /** @param address of the service, such as {@code http://localhost:8081/} */
    public TestPages(URI address) {
        this.address = address;
        // A busy machine may need longer than the usual five seconds until a page has moved.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private record Dress(ColorScheme theme, int width, String language) {
        static List<Dress> all() {
            if (!FULL) {
                return List.of(new Dress(ColorScheme.LIGHT, USUAL_WIDTH, ""), new Dress(ColorScheme.DARK, 320, ""));
            }
            List<Dress> dresses = new ArrayList<>();
            for (String language : List.of("sv", "en")) {
                for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (int width : List.of(320, 640, USUAL_WIDTH, 1920)) {
                        dresses.add(new Dress(theme, width, language));
                    }
                }
            }
            return dresses;
        }

        boolean isUsual() {
            return theme == ColorScheme.LIGHT && width == USUAL_WIDTH;
        }

        String name() {
            return (language.isEmpty() ? "" : "-" + language) + "-"
                    + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        }
    }

    /** The address of a path here. */
    public String address(String path) {
        return address.resolve(path).toString();
    }

    /**
     * Opens a page as this person of the demonstration.
     *
     * @param clientId such as {@code officer-1}
     */
    public Page open(String clientId, String path) {
        return open(clientId, path, new NewContextOptions());
    }

    /** The same with a context of one's own choice. */
    public Page open(String clientId, String path, NewContextOptions options) {
        Page page = visit(path, options);
        signIn(page, clientId);
        return page;
    }

    /** Goes to a page as nobody, which leads to where one signs in; in a context of its own. */
    public Page visit(String path, NewContextOptions options) {
        BrowserContext context = browser.get()
                .newContext(options.setLocale("sv-SE")
                        .setBypassCSP(false)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(faults::add);
        page.navigate(address(path));
        return page;
    }

    /** Chooses this person on the page of the local identity provider, and waits for where that leads. */
    public static void signIn(Page page, String clientId) {
        page.locator("button:has(span:text-is('" + clientId + "'))").click();
        page.waitForURL(url -> !url.contains("/authorize"));
    }

    /**
     * What every page must keep: axe finds nothing, the page itself never scrolls sideways, nothing was said on the console;
     * in light and dark, wide and narrow. Leaves pictures under {@code target/screenshots}: of each page as it usually
     * looks, as it is printed, of what is wrong, and of everything where it looks at all dresses.
     *
     * @param name the picture's
     * @throws AssertionError naming what is wrong
     */
    public void check(Page page, String name) {
        ViewportSize before = page.viewportSize();
        String url = page.url();
        List<String> wrong = new ArrayList<>();
        for (Dress dress : Dress.all()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dress.theme()));
            page.setViewportSize(dress.width(), HEIGHT);
            if (!dress.language().isEmpty()) {
                page.navigate(url + (url.contains("?") ? "&" : "?") + "language=" + dress.language());
            }
            List<String> wrongHere = faults(page, dress);
            wrong.addAll(wrongHere);
            if (FULL || dress.isUsual() || !wrongHere.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + dress.name() + ".png")));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        picturePrinted(page, name);
        page.setViewportSize(before.width, before.height);
        if (FULL) {
            page.navigate(url + (url.contains("?") ? "&" : "?") + "language=sv");
        }
        wrong.addAll(faults);
        faults.clear();
        if (!wrong.isEmpty()) {
            throw new AssertionError(name + " is not as a page must be:\n" + String.join("\n", wrong));
        }
    }

    private static void picturePrinted(Page page, String name) {
        page.setViewportSize(PAPER_WIDTH, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-print.png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static List<String> faults(Page page, Dress dress) {
        List<String> wrong = new ArrayList<>();
        // Of what is well, axe need not tell every node.
        AxeRunOptions violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        new AxeBuilder(page)
                .options(violationsOnly)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(rule -> wrong.add(dress.name() + ": " + text(rule)));
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > dress.width()) {
            wrong.add(dress.name() + ": the page scrolls sideways, " + width + " wide");
        }
        return wrong;
    }

    /** Forgets what was said on the console so far, where a test brought it about itself. */
    public void forgetFaults() {
        faults.clear();
    }

    private static String text(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + ") at "
                + rule.getNodes().stream().map(node -> node.getHtml()).collect(Collectors.joining(" | "));
    }

    @Override
    public void close() {
        browser.close();
    }
}
