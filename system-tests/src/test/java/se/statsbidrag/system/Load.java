package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.secondcalculator.WorkedExample;
import se.statsbidrag.system.LoadCommand.Acknowledged;

/** Several callers at once, who remember everything that they were told was recorded. */
final class Load implements AutoCloseable {
    private static final int LANES = 3;
    private static final int PAUSE_MILLIS = 25;

    private final List<LoadLane> lanes = new ArrayList<>();
    private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(LANES);

    Load(RunningSystem system, long seed) {
        List<String> regions = WorkedExample.grant().regions();
        for (int lane = 0; lane < LANES; lane++) {
            List<String> own = new ArrayList<>();
            for (int i = lane; i < regions.size(); i += LANES) {
                own.add(regions.get(i));
            }
            String reporter = lane == 0 ? WorkedYear.PATIENT_REGISTER : "reporter-" + lane;
            lanes.add(new LoadLane(system, "caller-" + lane, own, reporter, seed + lane));
            if (lane > 0) {
                system.reporting()
                        .put("/reporting/v1/reporters/" + reporter, Map.of("performedIn", own, "fromMonth", "2025-02"))
                        .orFail();
                system.reporting()
                        .post("/reporting/v1/reporters/" + reporter + "/approval", Map.of("reason", "As agreed"))
                        .orFail();
            }
        }
    }

    void start() {
        lanes.forEach(
                lane -> callers.scheduleWithFixedDelay(lane::step, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Returns once so many more commands were acknowledged. */
    void awaitAcknowledged(int more) {
        await(more + " more acknowledged", lane -> lane.acknowledged().size(), more);
    }

    /** Returns once the callers have asked so often again, answered or not. */
    void awaitAttempts(int more) {
        await(more + " more attempts", LoadLane::attempts, more);
    }

    private void await(String what, ToIntFunction<LoadLane> count, int more) {
        int goal = sum(count) + more;
        RunningSystem.await(what, Duration.ofMinutes(2), () -> {
            lanes.forEach(LoadLane::rethrow);
            return sum(count) >= goal;
        });
    }

    private int sum(ToIntFunction<LoadLane> count) {
        return lanes.stream().mapToInt(count).sum();
    }

    int acknowledged() {
        return sum(lane -> lane.acknowledged().size());
    }

    int unanswered() {
        return sum(LoadLane::unanswered);
    }

    /** Stops calling; whatever is pending is asked for until it is answered, and nothing stays undecided. */
    void stopAndSettle() {
        callers.shutdown();
        try {
            assertThat(callers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        lanes.forEach(LoadLane::settle);
    }

    /** One more delivery by itself. */
    void deliverOnce() {
        lanes.getFirst().deliverOnce();
    }

    /** Every acknowledged command stands in its log exactly once, where the service said, and nothing else does. */
    void assertEachStandsExactlyOnce(List<List<RecordedEvent>> logs) {
        Map<String, RecordedEvent> recorded = new HashMap<>();
        logs.forEach(log -> log.stream()
                .filter(event ->
                        event.type().startsWith("requisition-") || event.type().equals("operations-reported"))
                .forEach(event -> recorded.put(event.log() + ":" + event.position(), event)));
        for (LoadLane lane : lanes) {
            for (Acknowledged acknowledged : lane.acknowledged()) {
                LoadCommand command = acknowledged.command();
                String place = acknowledged.log() + ":" + acknowledged.position();
                RecordedEvent event = recorded.remove(place);
                if (event == null) {
                    throw new AssertionError(command + " does not stand at " + place + ", or not only it");
                }
                assertThat(event.type()).as(place).isEqualTo(command.event());
                assertThat(event.payload()).as(place).contains(command.says());
            }
        }
        assertThat(recorded.values())
                .as("events that no acknowledged command led to")
                .isEmpty();
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
