package se.statsbidrag.pages;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where signing in and out leads. Each service says by a subclass where that is: {@code <root>/session}. */
@Produces(Pages.HTML)
@Blocking
public abstract class SessionResource {
    private final Pages pages;
    private final Frame frame;

    protected SessionResource(Pages pages, Frame frame) {
        this.pages = pages;
        this.frame = frame;
    }

    /** Where the identity provider sends people back to; whoever asks for it by hand comes to the first page. */
    @GET
    @RolesAllowed("**")
    @Path("/sign-in")
    @Operation(hidden = true)
    public Response signIn() {
        return pages.next(frame.getRoot());
    }

    @GET
    @PermitAll
    @Path("/signed-out")
    @Operation(hidden = true)
    public Response signedOut() {
        return pages.signedOut();
    }
}
