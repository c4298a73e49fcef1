package se.statsbidrag.reporting.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.pages.Pages;

/** The accessibility statement (2018:1937, 13 §), for everybody, signed in or not. */
@Path("/overview/accessibility")
@Produces(Pages.HTML)
@Blocking
public class AccessibilityResource {
    private final Pages pages;
    private final String contact;

    AccessibilityResource(Pages pages, @ConfigProperty(name = "statsbidrag.pages.contact") String contact) {
        this.pages = pages;
        this.contact = contact;
    }

    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance accessibility(String contact);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response statement() {
        return pages.still(200, Templates.accessibility(contact));
    }
}
