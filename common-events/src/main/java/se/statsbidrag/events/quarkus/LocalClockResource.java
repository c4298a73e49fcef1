package se.statsbidrag.events.quarkus;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.rules.programme.DeadlineDay;

/** The business clock of a local system. Nowhere else does it exist. */
@PermitAll
@Path("/local/clock")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LocalClockResource {

    /** @param now RFC 3339 with an offset */
    public record Reading(OffsetDateTime now) {}

    /** @param now RFC 3339, in Swedish time */
    public record Shown(String now) {}

    private final Settings settings;
    private final LocalClock clock;

    @Inject
    LocalClockResource(Settings settings, LocalClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Shown read() {
        requireLocalMode();
        return shown(clock.now());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Shown set(byte[] body) {
        requireLocalMode();
        return shown(clock.set(StrictJson.read(body, Reading.class).now().toInstant()));
    }

    private void requireLocalMode() {
        if (!settings.localMode()) {
            throw Problems.notFound("resource at this address");
        }
    }

    private static Shown shown(java.time.Instant now) {
        return new Shown(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.ofInstant(now, DeadlineDay.SWEDEN)));
    }
}
