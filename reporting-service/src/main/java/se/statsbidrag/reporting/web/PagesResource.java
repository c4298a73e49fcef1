package se.statsbidrag.reporting.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.reporting.web.ProgrammePage.Frame;

/** The pages. With one programme in force the first page shows it; with several it lists them. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class PagesResource {
    private final Programmes programmes;
    private final ProgrammePages pages;

    PagesResource(Programmes programmes, ProgrammePages pages) {
        this.programmes = programmes;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance programme(ProgrammePage page, Frame frame);

        static native TemplateInstance programmes(Frame frame);

        static native TemplateInstance missing(Frame frame);
    }

    @GET
    @Operation(hidden = true)
    public Response first() {
        Frame frame = pages.frame();
        List<ProgrammeInForce> inForce = List.copyOf(programmes.current().programmes());
        return inForce.size() == 1 ? shown(inForce.getFirst(), frame) : page(200, Templates.programmes(frame));
    }

    @GET
    @Path("/programmes/{programme}")
    @Operation(hidden = true)
    public Response programme(@PathParam("programme") String programme) {
        Frame frame = pages.frame();
        return programmes.current().programmes().stream()
                .filter(each -> each.id().value().equals(programme))
                .findFirst()
                .map(each -> shown(each, frame))
                .orElseGet(() -> page(404, Templates.missing(frame)));
    }

    private Response shown(ProgrammeInForce programme, Frame frame) {
        return page(200, Templates.programme(pages.page(programme, frame), frame));
    }

    private static Response page(int status, TemplateInstance template) {
        return Response.status(status)
                .entity(template)
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .build();
    }
}
