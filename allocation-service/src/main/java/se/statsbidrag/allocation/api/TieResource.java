package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.TieResolutions;
import se.statsbidrag.allocation.domain.OpenTie;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.PlanQueries.Query;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.rules.value.RecipientCode;

/** Exact ties for the last place that shares remaining funds, and officers' choices (I-K4). */
@Path("/allocation/v1/programmes/{programme}/ties")
@Tag(name = "Ties", description = "Exact ties for the last place in a pot, which an officer resolves")
public class TieResource {
    private final PlanQueries queries;
    private final Commands commands;
    private final TieResolutions resolutions;

    @Inject
    TieResource(PlanQueries queries, Commands commands, TieResolutions resolutions) {
        this.queries = queries;
        this.commands = commands;
        this.resolutions = resolutions;
    }

    /** The ties in a programme's plan, in the order of pots. */
    public record Ties(String programme, String digest, List<PlanDocument.OpenOrResolvedTie> ties) {}

    /**
     * An officer's choice.
     *
     * @param chosen codes of those of the tied that share the pot
     * @param reason how they were chosen
     */
    public record Resolution(
            @JsonProperty(required = true) List<String> chosen,
            @JsonProperty(required = true) String reason) {}

    /** A choice as it was recorded, and where. */
    public record Recorded(
            String programme,
            String pot,
            List<String> tied,
            List<String> chosen,
            String reason,
            Instant recordedAt,
            String log,
            long position) {}

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR,
        Roles.SISTER_SERVICE
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getTies",
            summary = "The ties in a programme's plan",
            description =
                    "Open ones with what the preliminary plan uses, and resolved ones. A tie over 0 kronor is no tie.")
    @APIResponse(
            responseCode = "200",
            description = "The ties; usually none",
            content = @Content(schema = @Schema(implementation = Ties.class)))
    public Ties ties(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @QueryParam("after") @Parameter(description = PlanResource.AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = PlanResource.WAIT) @Nullable Integer wait,
            @QueryParam("asOf") @Parameter(description = PlanResource.AS_OF) @Nullable String asOf) {
        PlanDocument plan = queries.plan(new Query(programme, after, wait, asOf));
        return new Ties(plan.programme(), plan.digest(), plan.ties());
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{pot}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resolveTie",
            summary = "Resolve a tie",
            description = "An officer chooses who of the tied gets the places left. It holds as long as the same"
                    + " recipients are tied. 409 when no tie is open, or when it is not a choice among the tied.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Resolution.class)))
    @APIResponse(
            responseCode = "200",
            description = "The choice as recorded",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    public Response resolve(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @PathParam("pot") @Parameter(description = "The pot's name") String pot,
            byte[] body) {
        return commands.execute(body, command -> {
            Choice choice = choice(StrictJson.read(body, Resolution.class));
            OpenTie tie = queries.openTie(programme, pot);
            RecordedEvent event = resolutions.resolve(tie, choice.chosen(), choice.reason(), command);
            return new Answer(200, recorded(tie, choice, event), event.version());
        });
    }

    /** What the officer chose, its form checked. */
    private record Choice(List<RecipientCode> chosen, String reason) {}

    private static Choice choice(Resolution resolution) {
        List<Fault> faults = new ArrayList<>();
        List<RecipientCode> chosen = new ArrayList<>();
        for (int index = 0; index < resolution.chosen().size(); index++) {
            String code = String.valueOf(resolution.chosen().get(index));
            try {
                chosen.add(new RecipientCode(code));
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of(
                        "chosen[" + index + "]", code, "It is not a recipient's code", "Send codes of the tied"));
            }
        }
        Reasons.check(resolution.reason(), faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return new Choice(chosen, resolution.reason().strip());
    }

    private static Recorded recorded(OpenTie tie, Choice choice, RecordedEvent event) {
        return new Recorded(
                tie.programme().value(),
                tie.pot().value(),
                tie.tied().stream().map(RecipientCode::value).toList(),
                choice.chosen().stream().map(RecipientCode::value).sorted().toList(),
                choice.reason(),
                event.recordedAt(),
                event.log(),
                event.position());
    }
}
