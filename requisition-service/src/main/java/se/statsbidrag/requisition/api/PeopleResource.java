package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.PersonErased;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;

/** The people behind opaque ids: their names are erased by a disposal decision, in every service. */
@Path("/requisition/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "people", description = "The people behind opaque ids")
public class PeopleResource {
    private static final String ID = "[A-Za-z0-9-]{1,100}";

    private final Commands commands;
    private final EventLog log;

    @Inject
    public PeopleResource(Commands commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    /**
     * A disposal decision.
     *
     * @param reason its ground, without the person's name; at most 2000 characters
     */
    @Schema(name = "Disposal")
    public record Disposal(String reason) {}

    /** Whose name was erased, and where that stands. */
    @Schema(name = "ErasedPerson")
    public record Erased(String person, String log, long position) {}

    @POST
    @RolesAllowed(Roles.DECISION_MAKER)
    @Path("/{person}/disposal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person's name",
            description = "A recorded disposal decision: the name behind the opaque id is erased in every service and"
                    + " not kept again. All that the person did stays, by the opaque id. A decision that was made before"
                    + " is answered again.")
    @RequestBody(
            description = "The decision's ground",
            required = true,
            content = @Content(schema = @Schema(implementation = Disposal.class)))
    @APIResponse(
            responseCode = "200",
            description = "Erased",
            content = @Content(schema = @Schema(implementation = Erased.class)))
    @APIResponse(responseCode = "404", description = "It is no opaque id")
    public Response erase(@PathParam("person") String person, byte @Nullable [] body) {
        if (!person.matches(ID)) {
            throw Problems.notFound("person of this id");
        }
        byte[] sent = body == null ? new byte[0] : body;
        return commands.execute(sent, command -> {
            String reason =
                    Reasons.required(StrictJson.read(sent, Disposal.class).reason());
            StreamName stream = new StreamName("person/" + person);
            List<RecordedEvent> before = log.readStream(stream);
            RecordedEvent event = before.isEmpty()
                    ? log.append(
                                    List.of(new StreamAppend(stream, 0, List.of(new PersonErased(person, reason)))),
                                    command.origin())
                            .events()
                            .getFirst()
                    : before.getLast();
            return new Answer(200, new Erased(person, event.log(), event.position()), 0);
        });
    }
}
