package se.statsbidrag.allocation.web;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.events.quarkus.LogsResource;
import se.statsbidrag.events.quarkus.TrailResource;
import se.statsbidrag.pages.AuditResource;
import se.statsbidrag.pages.Frame;
import se.statsbidrag.pages.Pages;

/** Who did what in this service, and its logs. */
@Path("/money/audit")
public class MoneyAudit extends AuditResource {
    MoneyAudit(
            TrailResource trail,
            LogsResource logs,
            Pages pages,
            Frame frame,
            @ConfigProperty(name = "statsbidrag.api.base") String base) {
        super(trail, logs, pages, frame, base);
    }
}
