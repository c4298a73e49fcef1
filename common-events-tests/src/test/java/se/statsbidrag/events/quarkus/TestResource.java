package se.statsbidrag.events.quarkus;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.log.Appended;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;

/** The smallest resource: each PUT adds one event to the thing's stream. */
@RolesAllowed(Roles.OFFICER)
@Path("/test/v1/things")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TestResource {

    /** What a caller sends. */
    public record Request(
            String reason, int count, @Nullable String note) {}

    /** What he is answered. */
    public record View(String log, long position, Instant receivedAt, int count) {}

    private final Commands commands;
    private final Positions positions;
    private final Tally tally;
    private final EventLog log;

    @Inject
    TestResource(Commands commands, Positions positions, Tally tally, EventLog log) {
        this.commands = commands;
        this.positions = positions;
        this.tally = tally;
        this.log = log;
    }

    @PUT
    @Path("/{thing}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("thing") String thing, byte[] body) {
        return commands.execute(body, command -> {
            Request request = StrictJson.read(body, Request.class);
            StreamName stream = new StreamName("thing/" + thing);
            long version = log.readStream(stream).size();
            command.requireMatch(version);
            TieResolved event =
                    new TieResolved(new ProgrammeId("p"), new PotId("q"), List.of(), List.of(), request.reason());
            Appended appended =
                    log.append(List.of(new StreamAppend(stream, version, List.of(event))), command.origin());
            if (request.count() < 0) {
                throw Problems.invalid("count", Integer.toString(request.count()), "It is negative", "Send 0 or more");
            }
            return new Answer(
                    version == 0 ? 201 : 200,
                    new View(log.name(), appended.head().position(), command.receivedAt(), request.count()),
                    version + 1);
        });
    }

    @GET
    public List<Long> list(@QueryParam("after") List<String> after, @QueryParam("wait") @Nullable Integer wait) {
        positions.await(after, wait);
        return tally.positions(log.name());
    }

    @GET
    @Path("/fault")
    public String fault() {
        throw new IllegalStateException("secret of se.statsbidrag.Secret");
    }
}
