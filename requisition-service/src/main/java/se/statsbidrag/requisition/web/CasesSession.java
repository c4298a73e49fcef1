package se.statsbidrag.requisition.web;

import jakarta.ws.rs.Path;
import se.statsbidrag.pages.Frame;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.pages.SessionResource;

/** Where signing in to and out of this service's pages leads. */
@Path("/cases/session")
public class CasesSession extends SessionResource {
    CasesSession(Pages pages, Frame frame) {
        super(pages, frame);
    }
}
