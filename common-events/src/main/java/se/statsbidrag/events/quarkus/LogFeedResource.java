package se.statsbidrag.events.quarkus;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.NotYetReached;
import se.statsbidrag.events.log.RecordedEvent;

/** This service's log for the sister services that follow it, and nobody else. Not part of the API. */
@RolesAllowed(Roles.SISTER_SERVICE)
@Path(LogFeedResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LogFeedResource {
    static final String PATH = "/internal/log";

    private static final int MOST_EVENTS = 500;
    private static final long MOST_CHARACTERS = 4_000_000;

    private final EventLog log;
    private final Sealing sealing;

    @Inject
    LogFeedResource(EventLog log, Sealing sealing) {
        this.log = log;
        this.sealing = sealing;
    }

    @GET
    @Path("/head")
    @Operation(hidden = true)
    public Head head() {
        return log.head();
    }

    /** Bounded by number and by size; at least one event when there is one. */
    @GET
    @Path("/events")
    @Operation(hidden = true)
    public String events(
            @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("500") int limit) {
        List<RecordedEvent> page = new ArrayList<>();
        long characters = 0;
        for (RecordedEvent event : log.readAfter(after, Math.clamp(limit, 1, MOST_EVENTS))) {
            characters += event.payload().length();
            if (!page.isEmpty() && characters > MOST_CHARACTERS) {
                break;
            }
            page.add(event);
        }
        return EventEnvelope.writeAll(page);
    }

    @POST
    @Path("/seal")
    @Operation(hidden = true)
    public Head seal(@QueryParam("instant") @Nullable String instant) {
        try {
            return sealing.seal(Instant.parse(String.valueOf(instant)));
        } catch (DateTimeException e) {
            throw Problems.unreadable(Fault.of(
                    "instant", instant, "It is not an instant", "Send RFC 3339, such as 2025-11-21T00:00:00Z"));
        } catch (NotYetReached e) {
            throw Problems.invalid("instant", instant, String.valueOf(e.getMessage()), "Ask for an earlier instant");
        }
    }
}
