package se.statsbidrag.reporting.messaging;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.events.quarkus.SisterCalls;
import se.statsbidrag.reporting.read.PlanStore;

/**
 * Reads plans where they are made: the first of each programme, and again and again, so that one which Kafka lost is shown
 * all the same. Older plans than the one shown change nothing, so it may ask as often as it likes.
 */
@ApplicationScoped
public class PlanReader {
    private static final Logger LOGGER = Logger.getLogger(PlanReader.class);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Programmes programmes;
    private final PlanStore plans;
    private final Optional<URI> allocation;
    private final SisterCalls sisters;

    PlanReader(
            Programmes programmes,
            PlanStore plans,
            @ConfigProperty(name = "statsbidrag.sources.allocations") Optional<URI> allocation,
            SisterCalls sisters) {
        this.programmes = programmes;
        this.plans = plans;
        this.allocation = allocation;
        this.sisters = sisters;
    }

    @Scheduled(every = "{statsbidrag.plans.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readAll() {
        if (allocation.isEmpty()) {
            return;
        }
        for (ProgrammeInForce programme : programmes.current().programmes()) {
            URI address = allocation.get().resolve("/allocation/v1/programmes/" + programme.id() + "/plan");
            try {
                HttpResponse<String> answer = sisters.send(HttpRequest.newBuilder(address), ANSWER);
                if (answer.statusCode() == 200) {
                    plans.take(answer.body());
                }
            } catch (IOException | IllegalArgumentException e) {
                LOGGER.debugf("No plan of %s now: %s", programme.id(), e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
