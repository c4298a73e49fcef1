package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.requisition.domain.LateArrivalState;
import se.statsbidrag.requisition.read.LateArrivalList;
import se.statsbidrag.requisition.read.LateArrivalView;
import se.statsbidrag.rules.value.ProgrammeId;

/** Requisitions that came after the deadline in force: two persons let one in, or one does not. */
@Path(ApiPaths.LATE_ARRIVALS)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "late-arrivals", description = "What came after its deadline")
public class LateArrivalsResource {
    private final Programmes programmes;
    private final Waiting waiting;
    private final Access access;
    private final LateArrivalList list;
    private final LateArrivalCommands commands;

    @Inject
    public LateArrivalsResource(
            Programmes programmes, Waiting waiting, Access access, LateArrivalList list, LateArrivalCommands commands) {
        this.programmes = programmes;
        this.waiting = waiting;
        this.access = access;
        this.list = list;
        this.commands = commands;
    }

    /**
     * A page of the list.
     *
     * @param page from 1
     * @param limit lines on a page
     * @param total lines over all pages
     */
    @Schema(name = "LateArrivalPage")
    public record Page(List<LateArrivalView> lateArrivals, int page, int limit, long total) {}

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listLateArrivals",
            summary = "Requisitions that came too late",
            description = "Of all programmes, the oldest first, with what became of them; those who act for recipients"
                    + " see their own. What an extended deadline lets in is late no longer and leaves the list. Who"
                    + " proposed to admit one is shown to staff and auditors. A read model behind the log: use after and wait"
                    + " to see what you just recorded.")
    @APIResponse(responseCode = "200", description = "A page of the list")
    @APIResponse(responseCode = "422", description = "A parameter is wrong; all faults at once")
    @APIResponse(responseCode = "504", description = "The position is not included yet; how far the list has come")
    public Page list(
            @BeanParam WorkListQuery query,
            @Parameter(description = "Only those in this state: WAITING, PROPOSED, ADMITTED or DECLINED")
                    @QueryParam("state")
                    @Nullable String state) {
        List<Fault> faults = new ArrayList<>();
        ProgrammeId only = query.programme(programmes.current(), faults);
        LateArrivalState stands = QueryParameters.oneOf("state", state, LateArrivalState.values(), faults);
        int number = query.page(faults);
        int lines = query.limit(faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        waiting.until(query.after, query.wait);
        LateArrivalList.Found found =
                list.find(only, access.readable(programmes.current().programmes()), stands, number, lines);
        return new Page(
                access.seesPersons()
                        ? found.arrivals()
                        : found.arrivals().stream()
                                .map(LateArrivalView::withoutPersons)
                                .toList(),
                number,
                lines,
                found.total());
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{id}/admission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "admitLateArrival",
            summary = "Let a late requisition in",
            description =
                    "Takes two officers: the first call proposes it, the second, by another person, admits it. It then"
                            + " counts as one in time, displaces what was in force, and waits for a decision as any.")
    @RequestBody(
            description = "Why",
            required = true,
            content = @Content(schema = @Schema(implementation = OfficersResource.Act.class)))
    @APIResponse(
            responseCode = "202",
            description = "Proposed: it waits for a second officer",
            content = @Content(schema = @Schema(implementation = LateArrivalView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Admitted",
            content = @Content(schema = @Schema(implementation = LateArrivalView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such late arrival")
    @APIResponse(
            responseCode = "409",
            description = "The officer is the one who proposed it; it is admitted or declined already, no longer late,"
                    + " or the recipient sent another later")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response admit(@PathParam("id") String id, byte[] body) {
        return commands.admit(id, body);
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @Path("/{id}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "declineLateArrival",
            summary = "Do not let a late requisition in",
            description =
                    "One officer's decision. It stays readable, and waits no longer; a proposal to admit it falls."
                            + " The recipient may send another.")
    @RequestBody(
            description = "Why",
            required = true,
            content = @Content(schema = @Schema(implementation = OfficersResource.Act.class)))
    @APIResponse(
            responseCode = "200",
            description = "Declined",
            content = @Content(schema = @Schema(implementation = LateArrivalView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(responseCode = "404", description = "No such late arrival")
    @APIResponse(responseCode = "409", description = "It is admitted or declined already, or no longer late")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response decline(@PathParam("id") String id, byte[] body) {
        return commands.decline(id, body);
    }
}
