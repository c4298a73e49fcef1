package se.statsbidrag.events.quarkus;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.access.Roles;

/** Who did what in this service, refusals included, under the API's own base. */
@Path(ApiProfile.BASE + "/trail")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "audit", description = "Who did what, and proof that nothing was changed")
public class TrailResource {
    private static final int MOST_LINES = 500;

    private final Settings settings;
    private final Trail trail;
    private final People people;
    private final CurrentCaller caller;

    @Inject
    TrailResource(Settings settings, Trail trail, People people, CurrentCaller caller) {
        this.settings = settings;
        this.trail = trail;
        this.people = people;
        this.caller = caller;
    }

    /**
     * An act.
     *
     * @param actor an opaque id; {@code system:…} for what the system did by itself
     * @param name the actor's name, for those who may see it; none for machines and where it was erased
     * @param authentication assurance level and method of the sign-in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Act(
            String log,
            long position,
            Instant recordedAt,
            String actor,
            @Nullable String name,
            String authentication,
            String type,
            String stream,
            String trace) {}

    /**
     * A page of the trail.
     *
     * @param page from 1
     * @param limit lines on a page
     * @param total lines over all pages
     */
    public record Page(List<Act> acts, int page, int limit, long total) {}

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            operationId = "readTrail",
            summary = "Who did what",
            description = "Every event of this service's log and of its log of refusals, the latest first: who, when,"
                    + " how he had signed in, what kind of act, on which stream. Auditors see names, operators opaque"
                    + " ids alone; a name that was erased is shown to nobody. What a recipient saved without submitting"
                    + " it is left out.")
    @APIResponse(responseCode = "200", description = "A page of the trail")
    public Page read(
            @Parameter(hidden = true) @PathParam("api") String api,
            @Parameter(hidden = true) @PathParam("version") String version,
            @Parameter(description = "Only what this opaque id did") @QueryParam("actor") @Nullable String actor,
            @Parameter(description = "Only what is about this recipient") @QueryParam("recipient") @Nullable String recipient,
            @Parameter(description = "Only what is about this programme") @QueryParam("programme") @Nullable String programme,
            @Parameter(description = "Only this log: the service's own, or refusals") @QueryParam("log") @Nullable String log,
            @Parameter(description = "Recorded at this instant (RFC 3339) or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Recorded before this instant (RFC 3339)") @QueryParam("to") @Nullable String to,
            @Parameter(description = "Page, from 1") @QueryParam("page") @Nullable String page,
            @Parameter(description = "Lines on a page, 20 when left out, at most 500") @QueryParam("limit") @Nullable String limit) {
        settings.requireApi(api, version);
        List<Fault> faults = new ArrayList<>();
        Instant since = QueryParameters.instant("from", from, faults);
        Instant until = QueryParameters.instant("to", to, faults);
        int pageNumber = QueryParameters.page(page, faults);
        int lines = QueryParameters.limit(limit, MOST_LINES, faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        Trail.Found found =
                trail.find(new Trail.Sought(log, actor, recipient, programme, since, until), pageNumber, lines);
        Map<String, String> names = caller.get().is(Role.AUDITOR)
                ? people.names(found.lines().stream().map(Trail.Line::actor).collect(Collectors.toSet()))
                : Map.of();
        return new Page(
                found.lines().stream()
                        .map(line -> act(line, names.get(line.actor())))
                        .toList(),
                pageNumber,
                lines,
                found.total());
    }

    private static Act act(Trail.Line line, @Nullable String name) {
        return new Act(
                line.log(),
                line.position(),
                line.recordedAt(),
                line.actor(),
                name,
                line.authentication(),
                line.type(),
                line.stream(),
                line.trace());
    }
}
