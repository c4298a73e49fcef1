package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
            @Parameter(description = "Only this programme's") @QueryParam("programme") @Nullable String programme,
            @Parameter(description = "Only what waits for this: APPROVAL, COMPLETION, ADMISSION or HELD")
                    @QueryParam("waitsFor")
                    @Nullable String waitsFor,
            @Parameter(description = "Page, from 1") @QueryParam("page") @Nullable String page,
            @Parameter(description = "Lines on a page, 20 when left out, at most 500") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
                    @QueryParam("after")
                    @Nullable List<String> after,
            @Parameter(description = "How many seconds to wait for it at most, 0 to 10") @QueryParam("wait") @Nullable String wait) {
        List<Fault> faults = new ArrayList<>();
        ProgrammeId only = Paging.programme(programme, programmes.current(), faults);
        WaitsFor what = Paging.oneOf("waitsFor", waitsFor, WaitsFor.values(), faults);
        int number = Paging.number("page", page, 1, 1_000_000, faults);
        int lines = Paging.number("limit", limit, 20, Paging.MOST, faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        waiting.until(after, wait);
        WaitingList.Found found = list.find(only, what, number, lines);
        return new Page(found.items(), number, lines, found.total());
    }
}
