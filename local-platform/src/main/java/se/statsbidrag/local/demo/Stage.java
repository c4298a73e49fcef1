package se.statsbidrag.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import se.statsbidrag.local.Await;
import se.statsbidrag.local.LocalFault;

/** The services as those who act in the demonstration reach them, and how far what they did has brought each log. */
final class Stage {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 4;

    private final ServiceAddresses services;
    private final RestClient rest;
    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    Stage(ServiceAddresses services, RestClient rest) {
        this.services = services;
        this.rest = rest;
    }

    RestClient rest() {
        return rest;
    }

    ServiceAddresses services() {
        return services;
    }

    /** An address of the requisition-service, below its base. */
    URI requisition(String path) {
        return services.requisition().resolve("/requisition/v1" + path);
    }

    /** An address of the reporting-service, below its base. */
    URI reporting(String path) {
        return services.reporting().resolve("/reporting/v1" + path);
    }

    /** An address of the allocation-service, below its base. */
    URI allocation(String path) {
        return services.allocation().resolve("/allocation/v1" + path);
    }

    /** An address below a programme in the requisition-service. */
    URI requisition(String programme, String path) {
        return requisition("/programmes/" + programme + path);
    }

    /** An address below a programme in the reporting-service. */
    URI reporting(String programme, String path) {
        return reporting("/programmes/" + programme + path);
    }

    /** An address below a programme in the allocation-service. */
    URI allocation(String programme, String path) {
        return allocation("/programmes/" + programme + path);
    }

    void setClocks(LocalDateTime local) {
        String now = local.atZone(SWEDEN).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        for (URI service : List.of(services.requisition(), services.reporting(), services.allocation())) {
            rest.put(Act.OPERATOR, service.resolve("/local/clock"), Map.of("now", now));
        }
    }

    JsonNode get(String caller, URI address) {
        return rest.get(caller, address);
    }

    JsonNode put(String caller, URI address, Object body) {
        return remembered(rest.put(caller, address, body).body());
    }

    JsonNode post(String caller, URI address, Object body) {
        return remembered(rest.post(caller, address, body).body());
    }

    JsonNode delete(String caller, URI address) {
        return remembered(rest.delete(caller, address).body());
    }

    /** Takes down how far a log has come, so that what rests on it can be asked for with all of it. */
    JsonNode remembered(JsonNode answer) {
        if (answer.hasNonNull("log") && answer.hasNonNull("position")) {
            positions.merge(answer.get("log").asText(), answer.get("position").asLong(), Math::max);
        }
        return answer;
    }

    /** What asks for an answer that rests on all that was done. */
    String after() {
        StringJoiner query = new StringJoiner("&", "?", "");
        positions.forEach((log, position) -> query.add("after=" + log + ":" + position));
        return query.add("wait=10").toString();
    }

    /** The plan that rests on everything played. It is final as soon as the marks of both deadlines have been read. */
    JsonNode finalPlan(String programme) {
        return reached(
                "the plan of " + programme + " to become final",
                Act.OFFICER,
                allocation(programme, "/plan" + after()),
                plan -> plan.path("status").asText().equals("FINAL"));
    }

    /** What a resource says, once it is what it is waited for to be. */
    JsonNode reached(String awaited, String caller, URI address, Predicate<JsonNode> reached) {
        AtomicReference<JsonNode> last = new AtomicReference<>(rest.get(caller, address));
        boolean isReached = reached.test(last.get())
                || Await.within(PATIENCE, () -> {
                    last.set(rest.get(caller, address));
                    return reached.test(last.get());
                });
        if (!isReached) {
            throw new LocalFault("Waited a minute in vain for " + awaited + ". See the services' logs.");
        }
        return last.get();
    }

    /** Does something for each, a few at a time. */
    <T> void each(Collection<T> all, Consumer<T> act) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<? extends Future<?>> begun = all.stream()
                    .map(one -> workers.submit(() -> act.accept(one)))
                    .toList();
            for (Future<?> each : begun) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LocalFault fault ? fault : new LocalFault("It failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while several acted", e);
        }
    }
}
