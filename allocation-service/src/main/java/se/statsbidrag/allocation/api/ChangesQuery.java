package se.statsbidrag.allocation.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.QueryParameters;

/**
 * Which changes a caller asks for.
 *
 * @param from changes recorded after this instant only; null for all
 * @param to changes recorded at or before this instant only; null for all
 * @param page from 1
 * @param limit changes on a page
 */
record ChangesQuery(@Nullable Instant from, @Nullable Instant to, int page, int limit) {
    static final int MOST = 500;

    /** @throws se.statsbidrag.events.quarkus.ProblemException 422 naming each parameter that is wrong */
    static ChangesQuery of(@Nullable String from, @Nullable String to, @Nullable String page, @Nullable String limit) {
        List<Fault> faults = new ArrayList<>();
        ChangesQuery query = new ChangesQuery(
                QueryParameters.instant("from", from, faults),
                QueryParameters.instant("to", to, faults),
                QueryParameters.page(page, faults),
                QueryParameters.limit(limit, MOST, faults));
        if (query.from != null && query.to != null && query.to.isBefore(query.from)) {
            faults.add(Fault.of("to", to, "It is before 'from'", "Send the later instant as 'to'"));
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return query;
    }

    boolean covers(Instant recordedAt) {
        return (from == null || recordedAt.isAfter(from)) && (to == null || !recordedAt.isAfter(to));
    }
}
