package se.statsbidrag.reporting.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.reporting.web.ProgrammePage.Frame;

/**
 * The pages, for whoever works at the agency, runs or audits the system, or reads for another agency. With one programme in
 * force the first page shows it; with several it lists them.
 */
@Path("/")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR, Roles.OPERATOR, Roles.READER})
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

        static native TemplateInstance forbidden(Frame frame);

        static native TemplateInstance signedOut(Frame frame);
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

    /** Where the identity provider sends people back to; whoever asks for it by hand comes to the first page. */
    @GET
    @Path("/sign-in")
    @Operation(hidden = true)
    public Response signIn() {
        return Response.seeOther(URI.create("/")).build();
    }

    @GET
    @PermitAll
    @Path("/signed-out")
    @Operation(hidden = true)
    public Response signedOut() {
        return page(200, Templates.signedOut(pages.emptyFrame()));
    }

    /** Signed in, but as somebody for whom there are no pages here. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return page(403, Templates.forbidden(pages.emptyFrame()));
    }

    private Response shown(ProgrammeInForce programme, Frame frame) {
        return page(200, Templates.programme(pages.page(programme, frame), frame));
    }

    private static Response page(int status, TemplateInstance template) {
        return Response.status(status)
                .entity(template)
                .header("Cache-Control", "no-store")
                .build();
    }
}
