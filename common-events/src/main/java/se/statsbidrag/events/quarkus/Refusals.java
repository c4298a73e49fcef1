package se.statsbidrag.events.quarkus;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import se.statsbidrag.events.ActRefused;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;

/**
 * Records the refusals that matter in a log of their own, never in a programme's (architecture: truth 17): who tried what
 * is not his to do, and a chain that is broken. Of the act itself nothing is kept.
 */
@Singleton
public class Refusals {
    /** The name of the log of refusals, one in each service's database. */
    public static final String LOG = "refusals";

    private static final Set<Integer> THAT_MATTER = Set.of(403);
    private static final int LONGEST_PATH = 300;

    private final EventLog log;
    private final Aside aside;

    @Inject
    Refusals(@Identifier(LOG) EventLog log, Aside aside) {
        this.log = log;
        this.aside = aside;
    }

    /** Records the refusal of a request, where it is one that matters. Pages that show it themselves call it too. */
    public void ofRequest(Problem problem, Supplier<Caller> who, ContainerRequestContext request) {
        if (!THAT_MATTER.contains(problem.status()) && !problem.type().equals(Problems.SECOND_PERSON)) {
            return;
        }
        Caller caller = who.get();
        String trace = request.getProperty(TraceFilter.PROPERTY) instanceof CallTrace call ? call.traceId() : "";
        String path = request.getUriInfo().getRequestUri().getRawPath();
        record(
                new ActRefused(
                        problem.type().substring(problem.type().lastIndexOf('/') + 1),
                        request.getMethod(),
                        path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path,
                        problem.detail()),
                new Origin(caller.subject(), trace, caller.authentication()));
    }

    /** Records that a log is not what it was. */
    void ofBrokenChain(String detail) {
        record(new ActRefused("chain-broken", "", "", detail), Origin.ofSystem("follower"));
    }

    private void record(ActRefused refused, Origin origin) {
        StreamName stream = new StreamName("refusal/" + UUID.randomUUID());
        aside.later("a refusal", () -> log.append(List.of(new StreamAppend(stream, 0, List.of(refused))), origin));
    }
}
