package se.statsbidrag.requisition.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.statsbidrag.events.quarkus.SisterCalls;
import se.statsbidrag.requisition.domain.ProgrammeVersion;
import se.statsbidrag.rules.value.ProgrammeId;

/** Asks what a plan would be, where plans are computed, so that nothing is computed in two ways. */
@ApplicationScoped
public class PlanSimulations {
    private static final Logger LOGGER = Logger.getLogger(PlanSimulations.class);

    /** The proposal may be waited for there, for {@value #WAIT_SECONDS} seconds, and two plans computed. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final int WAIT_SECONDS = 3;

    private final Optional<URI> allocation;
    private final SisterCalls sisters;
    private final ObjectMapper json;

    PlanSimulations(
            @ConfigProperty(name = "statsbidrag.sources.allocations") Optional<URI> allocation,
            SisterCalls sisters,
            ObjectMapper json) {
        this.allocation = allocation;
        this.sisters = sisters;
        this.json = json;
    }

    /**
     * What would differ, in whole kronor.
     *
     * @param recipients those whose amounts differ
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Difference(List<Recipient> recipients, Sum sum) {}

    /** What a recipient is due and would be due, in all and by the pots that differ. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Recipient(String recipient, long before, long after, long difference, List<Line> lines) {}

    /** The same of one pot. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(String pot, long before, long after, long difference) {}

    /** Over the programme: recipients + remaining + returned = appropriated. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sum(long recipients, long remaining, long returned, long appropriated) {}

    /** The plan if this version, which waits, were put in force now; empty when no plan can be had. */
    public Optional<Difference> ifInForce(ProgrammeId programme, ProgrammeVersion version) {
        if (allocation.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> activated = Map.of(
                "programme",
                programme.value(),
                "version",
                version.number(),
                "definitionHash",
                version.proposal().definitionHash());
        Map<String, Object> assumed =
                Map.of("facts", List.of(Map.of("type", "programme-version-activated", "data", activated)));
        URI address = allocation
                .get()
                .resolve("/allocation/v1/programmes/" + programme + "/plan/simulations?after=requisitions:"
                        + version.proposed().position() + "&wait=" + WAIT_SECONDS);
        try {
            HttpResponse<String> answer = sisters.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(assumed))),
                    ANSWER);
            if (answer.statusCode() == 200) {
                return Optional.of(json.readValue(answer.body(), Difference.class));
            }
            LOGGER.warnf("No plan with version %d of %s: status %d", version.number(), programme, answer.statusCode());
        } catch (JsonProcessingException e) {
            LOGGER.warnf(
                    "The plan with version %d of %s cannot be understood: %s",
                    version.number(), programme, e.getOriginalMessage());
        } catch (IOException e) {
            LOGGER.warnf("No plan with version %d of %s now: %s", version.number(), programme, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
