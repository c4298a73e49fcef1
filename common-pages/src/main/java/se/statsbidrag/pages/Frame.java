package se.statsbidrag.pages;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;

/** What every page has around it; templates read it as {@code cdi:frame}. */
@Named("frame")
@RequestScoped
public class Frame {
    private final BusinessClock clock;
    private final Programmes programmes;
    private final CurrentCaller caller;
    private final Session session;
    private final Language language;
    private final Places places;
    private final UriInfo uri;
    private final boolean localMode;
    private final String root;
    private @Nullable String shown;

    Frame(
            BusinessClock clock,
            Programmes programmes,
            CurrentCaller caller,
            Session session,
            Language language,
            Places places,
            @Context UriInfo uri,
            @ConfigProperty(name = "statsbidrag.local.mode", defaultValue = "false") boolean localMode,
            @ConfigProperty(name = "statsbidrag.pages.root") String root) {
        this.clock = clock;
        this.programmes = programmes;
        this.caller = caller;
        this.session = session;
        this.language = language;
        this.places = places;
        this.uri = uri;
        this.localMode = localMode;
        this.root = root;
    }

    /** Its position is noted before anything else is read: what comes in meanwhile shows as a change. */
    void shows(@Nullable String positions) {
        shown = positions;
    }

    /** How far what the page shows has come; null where nothing moves. */
    public @Nullable String getShown() {
        return shown;
    }

    /** By the business clock. */
    public Instant getNow() {
        return clock.instant();
    }

    /** Whether that clock is the local system's own. */
    public boolean isLocalMode() {
        return localMode;
    }

    /** {@code sv} or {@code en}. */
    public String getLanguage() {
        return language.current();
    }

    /** This page in the other language. */
    public String getOtherLanguage() {
        return UriBuilder.fromUri(uri.getRequestUri())
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam(
                        Language.NAME,
                        language.current().equals(Language.ENGLISH) ? Language.SWEDISH : Language.ENGLISH)
                .build()
                .toString();
    }

    /** The name of who is signed in; empty for nobody. */
    public String getSignedIn() {
        return mayAsk() ? session.name() : "";
    }

    /** Who is signed in; nobody where no resource has this address, as nobody has asked then. */
    public Caller getCaller() {
        return mayAsk() ? caller.get() : Caller.NOBODY;
    }

    private static boolean mayAsk() {
        return BlockingOperationControl.isBlockingAllowed();
    }

    /** Where this service's pages begin, such as {@code /overview}. */
    public String getRoot() {
        return root;
    }

    /** Where this person begins: recipients' people at their cases, all others at the overview. */
    public String getHome() {
        return getNavigation().stream()
                .findFirst()
                .map(Navigation.Entry::address)
                .orElse(places.getHome());
    }

    /** Where the services' pages are. */
    public Places getPlaces() {
        return places;
    }

    /** The programmes in force, by their titles. */
    public List<Programme> getProgrammes() {
        return programmes.current().programmes().stream()
                .map(programme -> new Programme(
                        programme.id().value(), programme.definition().title().swedish()))
                .toList();
    }

    /** What the person may go to, and where he is. */
    public List<Navigation.Entry> getNavigation() {
        return Navigation.of(getCaller(), places, uri.getRequestUri().getPath());
    }

    /** Whether this page belongs to what the person may go to. */
    public boolean isInNavigation() {
        return getNavigation().stream().anyMatch(Navigation.Entry::current);
    }

    /** A programme in force. */
    public record Programme(String id, String title) {}
}
