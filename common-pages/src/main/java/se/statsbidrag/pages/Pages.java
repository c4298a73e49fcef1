package se.statsbidrag.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Answers with pages. */
@ApplicationScoped
public class Pages {
    /** What pages are sent as. */
    public static final String HTML = "text/html;charset=UTF-8";

    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private final Frame frame;
    private final Shown shown;
    private final Language language;

    Pages(Frame frame, Shown shown, Language language) {
        this.frame = frame;
        this.shown = shown;
        this.language = language;
    }

    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance refused(int status, String detail, String advice, String swedish);

        static native TemplateInstance signedOut();
    }

    /** A page that shows what the system holds; what it shows is read within {@code page}, and moves by itself. */
    public Response live(Supplier<TemplateInstance> page) {
        return live(200, page);
    }

    /** The same with another status, such as 422 for a form that is shown again with its faults. */
    public Response live(int status, Supplier<TemplateInstance> page) {
        frame.shows(shown.current());
        return still(status, page.get());
    }

    /** A page on which nothing moves. */
    public Response still(int status, TemplateInstance page) {
        String text =
                page.setAttribute(TemplateInstance.LOCALE, language.current()).render();
        Response.ResponseBuilder answer =
                Response.status(status).type(HTML).entity(text).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!language.chosen().isEmpty()) {
            answer.cookie(new NewCookie.Builder(Language.NAME)
                    .value(language.chosen())
                    .path("/")
                    .maxAge(A_YEAR)
                    .sameSite(NewCookie.SameSite.LAX)
                    .httpOnly(true)
                    .build());
        }
        return answer.build();
    }

    /** After a form has done what it is for: the page to show, read anew, so that reading it again sends nothing twice. */
    public Response next(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    Response refused(int status, String detail, String advice, String swedish) {
        // What was going to move may have been refused after that was noted: this page does not.
        frame.shows(null);
        return still(status, Templates.refused(status, detail, advice, swedish));
    }

    Response signedOut() {
        return still(200, Templates.signedOut());
    }
}
