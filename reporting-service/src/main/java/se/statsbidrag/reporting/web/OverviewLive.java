package se.statsbidrag.reporting.web;

import jakarta.ws.rs.Path;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.pages.Language;
import se.statsbidrag.pages.LiveResource;
import se.statsbidrag.pages.LiveUpdates;
import se.statsbidrag.pages.Session;

/** What keeps this service's open pages fresh. */
@Path("/overview/live")
public class OverviewLive extends LiveResource {
    OverviewLive(LiveUpdates updates, BusinessClock clock, Session session, Language language) {
        super(updates, clock, session, language);
    }
}
