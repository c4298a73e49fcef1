package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.requisition.domain.WaitingItem.WaitsFor;
import se.statsbidrag.requisition.read.WaitingList;
import se.statsbidrag.requisition.read.WaitingView;
import se.statsbidrag.rules.value.ProgrammeId;

/** What waits for an officer, over all programmes. */
@Path(ApiPaths.WAITING)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "officers", description = "Officers' acts")
public class WaitingResource {
    private final Programmes programmes;
    private final Waiting waiting;
    private final WaitingList list;

    @Inject
    public WaitingResource(Programmes programmes, Waiting waiting, WaitingList list) {
        this.programmes = programmes;
        this.waiting = waiting;
        this.list = list;
    }

    /**
     * A page of the list.
     *
     * @param page from 1
     * @param limit lines on a page
     * @param total lines over all pages
     */
    @Schema(name = "WaitingPage")
    public record Page(List<WaitingView> waiting, int page, int limit, long total) {}

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER})
    @Operation(
            operationId = "listWaiting",
            summary = "What waits for an officer",
            description =
                    "Over all programmes, the oldest first: what waits for approval, what was completed, what came"
                            + " late and waits for admission, and what is held. A read model behind the log: use after and wait to see"
                            + " what you just recorded.")
    @APIResponse(responseCode = "200", description = "A page of the list")
    @APIResponse(responseCode = "422", description = "A parameter is wrong; all faults at once")
    @APIResponse(responseCode = "504", description = "The position is not included yet; how far the list has come")
    public Page list(
            @BeanParam WorkListQuery query,
            @Parameter(description = "Only what waits for this: APPROVAL, COMPLETION, ADMISSION or HELD")
                    @QueryParam("waitsFor")
                    @Nullable String waitsFor) {
        List<Fault> faults = new ArrayList<>();
        ProgrammeId only = query.programme(programmes.current(), faults);
        WaitsFor what = QueryParameters.oneOf("waitsFor", waitsFor, WaitsFor.values(), faults);
        int number = query.page(faults);
        int lines = query.limit(faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        waiting.until(query.after, query.wait);
        WaitingList.Found found = list.find(only, what, number, lines);
        return new Page(found.items(), number, lines, found.total());
    }
}
