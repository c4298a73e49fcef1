package se.statsbidrag.reporting.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.QueryParameters;

/** Which page of a list, and what it must include. */
@NullUnmarked // fields are set by the framework
public class Paging {
    static final int MOST = 1_000;

    @Parameter(description = "How many on a page, 1 to 1000", example = "20")
    @QueryParam("limit")
    @DefaultValue("20")
    String limit;

    @Parameter(description = "Which page, from 1", example = "1")
    @QueryParam("page")
    @DefaultValue("1")
    String page;

    @Parameter(
            description = "Answer once this position is included, as a command answered it",
            example = "operations:1")
    @QueryParam("after")
    List<String> after;

    @Parameter(description = "How many seconds to wait for it, at most 10", example = "5")
    @QueryParam("wait")
    String wait;

    /** A page that the request may ask for. */
    public record Chosen(int page, int limit) {}

    /** Waits for what the list must include. */
    public void await(Positions positions, List<Fault> faults) {
        Integer seconds = wait == null ? null : QueryParameters.number("wait", wait, 0, 0, 10, faults);
        Parameters.refuse(faults);
        positions.await(after, seconds);
    }

    /** Names in {@code faults} what is no page. */
    public Chosen chosen(List<Fault> faults) {
        return new Chosen(QueryParameters.page(page, faults), QueryParameters.limit(limit, MOST, faults));
    }
}
