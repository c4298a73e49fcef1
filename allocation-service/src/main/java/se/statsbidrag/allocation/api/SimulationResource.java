package se.statsbidrag.allocation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.read.Simulations;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.Problems;

/** What would become of a plan if something happened: a question only, of which nothing is kept. */
@Path("/allocation/v1/programmes/{programme}/plan/simulations")
@Tag(name = "Plans")
public class SimulationResource {
    private final Simulations simulations;
    private final SimulationFacts facts;
    private final Positions positions;

    @Inject
    SimulationResource(Simulations simulations, SimulationFacts facts, Positions positions) {
        this.simulations = simulations;
        this.facts = facts;
        this.positions = positions;
    }

    /** What is assumed. */
    public record Request(
            @Schema(maxItems = SimulationFacts.MOST, description = "Assumed in this order, as if recorded now")
            List<Fact> facts) {}

    /**
     * One assumed event.
     *
     * @param type the event's name in the logs, such as {@code requisition-admitted}
     * @param data what it holds, in the current schema of its type
     */
    public record Fact(
            String type, @Schema(type = SchemaType.OBJECT) Object data) {}

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST, Roles.DECISION_MAKER, Roles.AUDITOR, Roles.SISTER_SERVICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "simulatePlan",
            summary = "What assumed events would change",
            description = "Computes the plan once more with the assumed events after all that is known, and answers"
                    + " what differs, for every recipient and pot. Nothing is recorded, published or kept. An assumed"
                    + " submission has the next version of its requisition. 422 names each fact that cannot be read or makes"
                    + " no sense as facts[i].field.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "200",
            description = "The differences; their sum over recipients and pots is 0",
            content = @Content(schema = @Schema(implementation = SimulationDocument.class)))
    public SimulationDocument simulate(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme,
            @QueryParam("all")
                    @Parameter(description = "true: those that do not differ too", example = "false")
                    @Nullable String all,
            @QueryParam("after") @Parameter(description = PlanResource.AFTER) List<String> after,
            @QueryParam("wait") @Parameter(description = PlanResource.WAIT) @Nullable Integer wait,
            byte[] body) {
        List<Fault> faults = new ArrayList<>();
        if (all != null && !all.equals("true") && !all.equals("false")) {
            faults.add(Fault.of("all", all, "It is neither true nor false", "Send true or false"));
            throw Problems.invalid(faults);
        }
        var assumed = facts.read(body);
        positions.await(after, wait);
        return SimulationDocument.of(
                simulations.simulate(PlanQueries.programme(programme), assumed), "true".equals(all));
    }
}
