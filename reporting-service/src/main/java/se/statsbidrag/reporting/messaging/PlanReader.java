package se.statsbidrag.reporting.messaging;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.events.quarkus.SisterTokens;
import se.statsbidrag.reporting.read.PlanStore;

/**
 * Reads plans where they are made: the first of each programme, and again and again, so that one which Kafka lost is shown
 * all the same. Older plans than the one shown change nothing, so it may ask as often as it likes.
 */
@ApplicationScoped
public class PlanReader {
    private static final Logger LOGGER = Logger.getLogger(PlanReader.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Programmes programmes;
    private final PlanStore plans;
    private final Optional<URI> allocation;
    private final SisterTokens tokens;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    PlanReader(
            Programmes programmes,
            PlanStore plans,
            @ConfigProperty(name = "statsbidrag.sources.allocations") Optional<URI> allocation,
            SisterTokens tokens) {
        this.programmes = programmes;
        this.plans = plans;
        this.allocation = allocation;
        this.tokens = tokens;
    }

    @Scheduled(every = "{statsbidrag.plans.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readAll() {
        if (allocation.isEmpty()) {
            return;
        }
        for (ProgrammeInForce programme : programmes.current().programmes()) {
            URI address = allocation.get().resolve("/allocation/v1/programmes/" + programme.id() + "/plan");
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(address)
                                .timeout(ANSWER)
                                .header("Authorization", tokens.authorization())
                                .header("Accept", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
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
