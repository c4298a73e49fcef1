package se.statsbidrag.allocation.web;

import jakarta.ws.rs.Path;
import se.statsbidrag.pages.Frame;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.pages.SessionResource;

/** Where signing in to and out of this service's pages leads. */
@Path("/money/session")
public class MoneySession extends SessionResource {
    MoneySession(Pages pages, Frame frame) {
        super(pages, frame);
    }
}
