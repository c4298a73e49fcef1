package se.statsbidrag.system;

import static se.statsbidrag.secondcalculator.WorkedExample.PROCEDURES;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.system.LoadCommand.Acknowledged;

/**
 * One caller that works without pause: it requisitions for its regions, decides as their officer, and delivers counts of
 * what they performed. It asks again with the same key until it is answered, and only then goes on. What it does depends
 * on its seed alone.
 */
final class LoadLane {
    private static final List<String> MONTHS = List.of("2025-02", "2025-03", "2025-04", "2025-05");
    private static final String REQUISITIONS = "/requisition/v1/programmes/" + WorkedYear.PROGRAMME + "/requisitions/";

    private enum State {
        NONE,
        SUBMITTED,
        RETURNED,
        APPROVED
    }

    private final RunningSystem system;
    private final String name;
    private final List<String> regions;
    private final String reporter;
    private final Random random;
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Boolean> wishes = new HashMap<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private @Nullable LoadCommand pending;
    private int serial;

    /** @param regions that it alone acts for, and that its reporter alone answers for */
    LoadLane(RunningSystem system, String name, List<String> regions, String reporter, long seed) {
        this.system = system;
        this.name = name;
        this.regions = regions;
        this.reporter = reporter;
        this.random = new Random(seed);
    }

    /** Tries what is pending, or the next thing, once. */
    synchronized void step() {
        if (failure.get() != null) {
            return;
        }
        try {
            LoadCommand command = pending;
            if (command == null) {
                command = random.nextBoolean() ? delivery() : requisition();
                pending = command;
            }
            attempts.incrementAndGet();
            if (acknowledged(command)) {
                pending = null;
            } else {
                unanswered.incrementAndGet();
            }
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    /** Finishes what is pending, and approves all that is undecided. */
    synchronized void settle() {
        finishPending();
        for (String region : regions) {
            if (states.get(region) == State.RETURNED) {
                pending = submission(region, "requisition-changed");
                finishPending();
            }
            if (states.get(region) == State.SUBMITTED) {
                pending = act(region, "approval", Map.of(), "requisition-approved", State.APPROVED);
                finishPending();
            }
        }
    }

    /** One more delivery, acknowledged when this returns. */
    synchronized void deliverOnce() {
        finishPending();
        pending = delivery();
        finishPending();
    }

    private void finishPending() {
        RunningSystem.await(name + " is answered", Duration.ofMinutes(2), () -> {
            if (pending != null) {
                step();
            }
            rethrow();
            return pending == null;
        });
    }

    /** @throws AssertionError when a service answered something other than success or 'later' */
    void rethrow() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError(name + " was refused", thrown);
        }
    }

    Queue<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** How often it asked. */
    int attempts() {
        return attempts.get();
    }

    /** How often no answer came, or 'not now'. */
    int unanswered() {
        return unanswered.get();
    }

    private boolean acknowledged(LoadCommand command) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", command.key());
        if (command.body() != null) {
            headers.put("Content-Type", Rest.APPLICATION_JSON);
        }
        Rest.Answer answer;
        try {
            answer = system.service(command.log())
                    .sendOnce(
                            command.method(),
                            command.path(),
                            command.body() == null ? BodyPublishers.noBody() : Rest.json(command.body()),
                            headers);
        } catch (IOException e) {
            return false;
        }
        if (answer.status() >= 500) {
            return false;
        }
        JsonNode recorded = answer.orFail();
        acknowledged.add(new Acknowledged(
                command,
                recorded.path("log").asText(),
                recorded.path("position").asLong()));
        return true;
    }

    private LoadCommand delivery() {
        String month = MONTHS.get(random.nextInt(MONTHS.size()));
        Map<String, Map<String, Object>> cells = new LinkedHashMap<>();
        String own = regions.getFirst();
        for (int i = 0; i < 5; i++) {
            Map<String, Object> cell =
                    cell(pick(regions), pick(regions), "PUBLIC", pick(PROCEDURES), random.nextInt(40));
            cells.put("" + cell.get("homeRegion") + cell.get("performedIn") + cell.get("procedure"), cell);
        }
        int unique = ++serial;
        cells.put("unique", cell(own, own, "PRIVATE", "PROLAPSE", unique));
        return new LoadCommand(
                key(),
                RunningSystem.OPERATIONS,
                "PUT",
                "/reporting/v1/deliveries/" + reporter + "/" + month,
                Map.of("cells", List.copyOf(cells.values())),
                "operations-reported",
                List.of(
                        "\"reporter\":\"" + reporter + "\"",
                        "\"month\":\"" + month + "\"",
                        "[\"" + own + "\",\"" + own + "\",\"PRIVATE\",\"PROLAPSE\"," + unique + "]"));
    }

    private static Map<String, Object> cell(
            String homeRegion, String performedIn, String provider, String procedure, int count) {
        return Map.of(
                "homeRegion", homeRegion,
                "performedIn", performedIn,
                "provider", provider,
                "procedure", procedure,
                "count", count);
    }

    private LoadCommand requisition() {
        String region = pick(regions);
        int dice = random.nextInt(100);
        return switch (states.getOrDefault(region, State.NONE)) {
            case NONE -> submission(region, "requisition-submitted");
            case RETURNED -> submission(region, "requisition-changed");
            case SUBMITTED -> {
                if (dice < 60) {
                    yield act(region, "approval", Map.of(), "requisition-approved", State.APPROVED);
                }
                yield dice < 80
                        ? act(
                                region,
                                "return",
                                Map.of("completeBy", "2025-06-20"),
                                "requisition-returned",
                                State.RETURNED)
                        : submission(region, "requisition-changed");
            }
            case APPROVED -> dice < 70 ? submission(region, "requisition-changed") : withdrawal(region);
        };
    }

    private LoadCommand submission(String region, String event) {
        states.put(region, State.SUBMITTED);
        boolean wish = !wishes.getOrDefault(region, false);
        wishes.put(region, wish);
        return new LoadCommand(
                key(),
                RunningSystem.REQUISITIONS,
                "PUT",
                REQUISITIONS + region,
                Map.of("wantsRemainingFunds", wish, "certified", true),
                event,
                List.of("\"recipient\":\"" + region + "\"", "\"wantsRemainingFunds\":" + wish));
    }

    private LoadCommand act(String region, String act, Map<String, Object> more, String event, State after) {
        states.put(region, after);
        String key = key();
        Map<String, Object> body = new HashMap<>(more);
        body.put("reason", "Prövning " + key);
        return new LoadCommand(
                key,
                RunningSystem.REQUISITIONS,
                "POST",
                REQUISITIONS + region + "/" + act,
                body,
                event,
                List.of("\"recipient\":\"" + region + "\"", "Prövning " + key));
    }

    private LoadCommand withdrawal(String region) {
        states.put(region, State.NONE);
        return new LoadCommand(
                key(),
                RunningSystem.REQUISITIONS,
                "DELETE",
                REQUISITIONS + region,
                null,
                "requisition-withdrawn",
                List.of("\"recipient\":\"" + region + "\""));
    }

    private String key() {
        return name + "-" + new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
