package se.statsbidrag.reporting.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.reporting.read.ShownPositions;

/** The server-sent events that keep open pages fresh. */
@Path("/live")
@RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR, Roles.OPERATOR, Roles.READER})
public class LiveResource {
    private static final Duration CLOCK_EVERY = Duration.ofSeconds(5);

    private final LiveUpdates updates;
    private final ShownPositions shown;
    private final BusinessClock clock;
    private final Session session;

    LiveResource(LiveUpdates updates, ShownPositions shown, BusinessClock clock, Session session) {
        this.updates = updates;
        this.shown = shown;
        this.clock = clock;
        this.session = session;
    }

    /**
     * Event {@code shown}: how far what pages show has come, first as it is now, then at each change. A page that shows
     * something else reads itself again, so nothing is lost with a connection. Event {@code clock}: the time to show, which
     * also tells a page that the connection lives. Event {@code again}: the token has expired, and the page connects again
     * with a new one, if its session still gets any; with that the stream ends.
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> live(@jakarta.ws.rs.core.Context Sse sse) {
        Multi<OutboundSseEvent> now = Multi.createFrom()
                .item(() -> shown.current())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(positions -> shown(sse, positions));
        Multi<OutboundSseEvent> changes = updates.changes().map(positions -> shown(sse, positions));
        Multi<OutboundSseEvent> ticks = Multi.createFrom()
                .ticks()
                .every(CLOCK_EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> sse.newEvent("clock", SwedishForms.moment(clock.instant())));
        Multi<OutboundSseEvent> end = Multi.createFrom().item(() -> sse.newEvent("again", ""));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createBy()
                                .merging()
                                .streams(changes, now, ticks)
                                .select()
                                .first(session.left()),
                        end);
    }

    private static OutboundSseEvent shown(Sse sse, String positions) {
        return sse.newEventBuilder().name("shown").id(positions).data(positions).build();
    }
}
