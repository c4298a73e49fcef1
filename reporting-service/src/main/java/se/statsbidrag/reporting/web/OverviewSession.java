package se.statsbidrag.reporting.web;

import jakarta.ws.rs.Path;
import se.statsbidrag.pages.Frame;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.pages.SessionResource;

/** Where signing in to and out of this service's pages leads. */
@Path("/overview/session")
public class OverviewSession extends SessionResource {
    OverviewSession(Pages pages, Frame frame) {
        super(pages, frame);
    }
}
