package se.statsbidrag.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** The language that pages are read in: Swedish, unless the reader chose English by {@code ?language=en}. */
@RequestScoped
public class Language {
    /** The query parameter that chooses, and the cookie that remembers. */
    static final String NAME = "language";

    static final String SWEDISH = "sv";
    static final String ENGLISH = "en";

    private final UriInfo uri;
    private final HttpHeaders headers;

    Language(@Context UriInfo uri, @Context HttpHeaders headers) {
        this.uri = uri;
        this.headers = headers;
    }

    /** {@code sv} or {@code en}. */
    public String current() {
        String wanted = chosen();
        if (wanted.isEmpty()) {
            Cookie kept = headers.getCookies().get(NAME);
            wanted = kept == null ? "" : kept.getValue();
        }
        return wanted.equals(ENGLISH) ? ENGLISH : SWEDISH;
    }

    /** The one or the other text. */
    public String say(String swedish, String english) {
        return current().equals(ENGLISH) ? english : swedish;
    }

    /** What this request chooses; empty when it leaves the choice as it is. */
    String chosen() {
        String asked = uri.getQueryParameters().getFirst(NAME);
        return ENGLISH.equals(asked) || SWEDISH.equals(asked) ? asked : "";
    }
}
