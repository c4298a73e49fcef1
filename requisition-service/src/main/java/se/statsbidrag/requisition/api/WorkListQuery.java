package se.statsbidrag.requisition.api;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.ProgrammeRegister;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.rules.value.ProgrammeId;

/** The parameters that lists over all programmes have in common. */
public class WorkListQuery {
    @QueryParam("programme")
    @Parameter(description = "Only this programme's")
    @Nullable String programme;

    @QueryParam("page")
    @Parameter(description = "Page, from 1")
    @Nullable String page;

    @QueryParam("limit")
    @Parameter(description = "Lines on a page, 20 when left out, at most 500")
    @Nullable String limit;

    @QueryParam("after")
    @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
    @Nullable List<String> after;

    @QueryParam("wait")
    @Parameter(description = "How many seconds to wait for it at most, 0 to 10")
    @Nullable String wait;

    /** The programme asked for; null for all. */
    @Nullable ProgrammeId programme(ProgrammeRegister register, List<Fault> faults) {
        return Paging.programme(programme, register, faults);
    }

    /** From 1. */
    int page(List<Fault> faults) {
        return QueryParameters.page(page, faults);
    }

    /** Lines on a page. */
    int limit(List<Fault> faults) {
        return QueryParameters.limit(limit, Paging.MOST, faults);
    }
}
