package se.statsbidrag.requisition.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.programme.DeadlineKind;

/** The programmes in force. */
@Path(ApiPaths.PROGRAMMES)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "programmes", description = "Grants and their definitions")
public class ProgrammesResource {
    private final Programmes programmes;
    private final Lookup lookup;
    private final Waiting waiting;
    private final ObjectMapper json;

    @Inject
    public ProgrammesResource(Programmes programmes, Lookup lookup, Waiting waiting, ObjectMapper json) {
        this.programmes = programmes;
        this.lookup = lookup;
        this.waiting = waiting;
        this.json = json;
    }

    /**
     * A programme in the list.
     *
     * @param title its Swedish name
     * @param titleEnglish the same in English
     * @param requisitionDueDate last day for requisitions in force, to its end in Swedish time
     * @param recipients how many may receive
     */
    @Schema(name = "ProgrammeLine")
    public record Line(
            String programme,
            int version,
            String title,
            String titleEnglish,
            @Nullable LocalDate requisitionDueDate,
            int recipients,
            String log,
            long position) {}

    /** The programmes in force, by name. */
    @Schema(name = "ProgrammeList")
    public record ProgrammeList(List<Line> programmes) {}

    /**
     * A programme in force.
     *
     * @param definitionHash SHA-256 of the canonical definition
     * @param definition the definition file as JSON
     * @param log and {@code position}: the event that put it in force
     */
    @Schema(name = "Programme")
    public record Whole(
            String programme,
            int version,
            String definitionHash,

            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
            JsonNode definition,

            String log,
            long position) {}

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.REGISTER_FEED,
        Roles.READER,
        Roles.AUDITOR,
        Roles.OPERATOR
    })
    @Operation(
            operationId = "listProgrammes",
            summary = "The programmes in force",
            description = "Every programme whose definition is in force, with its last day for requisitions.")
    @APIResponse(responseCode = "200", description = "The programmes in force, by name")
    public ProgrammeList list(
            @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
                    @QueryParam("after")
                    @Nullable List<String> after,
            @Parameter(description = "How many seconds to wait for it at most, 0 to 10") @QueryParam("wait") @Nullable String wait) {
        waiting.until(after, wait);
        return new ProgrammeList(programmes.current().programmes().stream()
                .map(ProgrammesResource::line)
                .toList());
    }

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.REGISTER_FEED,
        Roles.READER,
        Roles.AUDITOR,
        Roles.OPERATOR
    })
    @Path("/{programme}")
    @Operation(
            operationId = "getProgramme",
            summary = "A programme's definition in force",
            description =
                    "The definition in force, with its version and hash: rates, caps, keys, dates and parts, each "
                            + "with its source.")
    @APIResponse(responseCode = "200", description = "The definition in force")
    @APIResponse(responseCode = "404", description = "No such programme is in force; those that are, are named")
    public Whole get(@PathParam("programme") String name) {
        ProgrammeInForce programme = lookup.programme(name);
        return new Whole(
                programme.id().value(),
                programme.version(),
                programme.definitionHash(),
                definition(programme),
                programme.activatedBy().log(),
                programme.activatedBy().position());
    }

    private static Line line(ProgrammeInForce programme) {
        return new Line(
                programme.id().value(),
                programme.version(),
                programme.definition().title().swedish(),
                programme.definition().title().english(),
                programme
                        .deadline(DeadlineKind.REQUISITION)
                        .map(DeadlineInForce::dueDate)
                        .orElse(null),
                programme.definition().recipients().size(),
                programme.activatedBy().log(),
                programme.activatedBy().position());
    }

    private JsonNode definition(ProgrammeInForce programme) {
        String text = programmes
                .current()
                .proposal(programme.id(), programme.version())
                .map(ProgrammeVersionProposed::definition)
                .orElseThrow();
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the definition of " + programme.id() + " is not JSON", e);
        }
    }
}
