package se.statsbidrag.pages;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;
import se.statsbidrag.events.quarkus.BusinessClock;

/**
 * The server-sent events that keep open pages fresh. They carry positions and the time, never figures. Each service says by
 * a subclass where its own are: {@code <root>/live}.
 */
public abstract class LiveResource {
    private static final Duration CLOCK_EVERY = Duration.ofSeconds(5);

    private final LiveUpdates updates;
    private final BusinessClock clock;
    private final Session session;
    private final Language language;

    protected LiveResource(LiveUpdates updates, BusinessClock clock, Session session, Language language) {
        this.updates = updates;
        this.clock = clock;
        this.session = session;
        this.language = language;
    }

    /**
     * Event {@code shown}: how far what pages show has come, first as it is now, then at each change. A page that shows
     * something else reads itself again, so nothing is lost with a connection. Event {@code clock}: the time to show, which
     * also tells a page that the connection lives. Event {@code again}: the token has expired, and the page connects again
     * with a new one, if its session still gets any; with that the stream ends.
     */
    @GET
    @RolesAllowed("**")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> live(@Context Sse sse) {
        String locale = language.current();
        Multi<OutboundSseEvent> positions = updates.positions()
                .map(each ->
                        sse.newEventBuilder().name("shown").id(each).data(each).build());
        Multi<OutboundSseEvent> ticks = Multi.createFrom()
                .ticks()
                .every(CLOCK_EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> sse.newEvent("clock", Forms.moment(locale, clock.instant())));
        Multi<OutboundSseEvent> end = Multi.createFrom().item(() -> sse.newEvent("again", ""));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createBy()
                                .merging()
                                .streams(positions, ticks)
                                .select()
                                .first(session.left()),
                        end);
    }
}
