package se.statsbidrag.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.local.LocalPostgres;
import se.statsbidrag.local.LocalSystem;
import se.statsbidrag.local.ProjectFiles;
import se.statsbidrag.local.SystemSettings;
import se.statsbidrag.local.Tokens;

/** The whole system on random ports with empty databases, ended when closed. Its logs stay under {@code target/systems}. */
final class RunningSystem implements AutoCloseable {
    /** The tag of tests that use {@link #shared()}; the build runs them by themselves. */
    static final String SHARED = "shared-system";

    static final String REQUISITIONS = "requisitions";
    static final String OPERATIONS = "operations";
    static final String ALLOCATIONS = "allocations";

    private static @Nullable RunningSystem shared;

    private final LocalSystem parts;
    private final Map<String, Rest> services;

    private RunningSystem(LocalSystem parts) {
        this.parts = parts;
        Tokens tokens = new Tokens(parts.identity().issuer());
        this.services = Map.of(
                REQUISITIONS, new Rest(parts.requisition().address(), tokens),
                OPERATIONS, new Rest(parts.reporting().address(), tokens),
                ALLOCATIONS, new Rest(parts.allocation().address(), tokens));
    }

    /**
     * One for all tests tagged {@link #SHARED}, which leave it as they find it; its clocks may have been moved. It runs
     * until another is started, or all of them have been, and is closed by nobody else.
     */
    static synchronized RunningSystem shared() {
        RunningSystem running = shared;
        if (running == null) {
            running = started("shared");
            shared = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shared-system-closer"));
        }
        return running;
    }

    /** @param name its directory under {@code target/systems} */
    static synchronized RunningSystem fresh(String name) {
        if (shared != null) {
            shared.close();
            shared = null;
        }
        return started(name);
    }

    private static RunningSystem started(String name) {
        Path directory =
                ProjectFiles.root().resolve("system-tests/target/systems").resolve(name);
        ProjectFiles.remove(directory);
        LocalSystem parts = new LocalSystem(SystemSettings.onFreePorts(directory));
        try {
            parts.start(part -> {});
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
        return new RunningSystem(parts);
    }

    LocalSystem parts() {
        return parts;
    }

    Rest requisition() {
        return service(REQUISITIONS);
    }

    Rest reporting() {
        return service(OPERATIONS);
    }

    Rest allocation() {
        return service(ALLOCATIONS);
    }

    /** The service that owns a log. */
    Rest service(String log) {
        Rest service = services.get(log);
        if (service == null) {
            throw new IllegalArgumentException("no service owns a log named " + log);
        }
        return service;
    }

    /** Moves all three business clocks forward; each has then appended the marks of the deadlines that it passed. */
    void moveClocksTo(String instant) {
        services.values()
                .forEach(service ->
                        service.put("/local/clock", Map.of("now", instant)).orFail());
    }

    /** How far each log has come. */
    Map<String, Long> heads() {
        Map<String, Long> heads = new TreeMap<>();
        services.forEach((log, service) -> heads.put(log, new Feed(service, log).head()));
        return heads;
    }

    /** The plan once it includes all that has been recorded so far. */
    JsonNode plan() {
        return plan(WorkedYear.PROGRAMME);
    }

    /** The same of any programme. */
    JsonNode plan(String programme) {
        String path = "/allocation/v1/programmes/" + programme + "/plan?" + after(heads());
        return answered("the plan at " + path, () -> allocation().get(path)).json();
    }

    private static String after(Map<String, Long> heads) {
        return heads.entrySet().stream()
                .filter(head -> head.getValue() > 0)
                .map(head -> "after=" + head.getKey() + ":" + head.getValue())
                .collect(Collectors.joining("&", "", "&wait=10"));
    }

    /** Asks again while the answer is 503 or 504, or none comes, for two minutes at most. */
    static Rest.Answer answered(String what, Supplier<Rest.Answer> call) {
        Rest.Answer[] last = new Rest.Answer[1];
        await(what, Duration.ofMinutes(2), () -> {
            try {
                last[0] = call.get();
                return last[0].status() != 503 && last[0].status() != 504;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
        last[0].orFail();
        return last[0];
    }

    /** Returns as soon as the condition holds; an error when it does not within the time. */
    static void await(String what, Duration atMost, BooleanSupplier condition) {
        Instant end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + atMost + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Loses all that the allocation service knows; the clock of its new database is set to what it was. */
    void emptyAllocationDatabase() {
        Object now = allocation().get("/local/clock").orFail();
        parts.allocation().kill();
        recreateDatabase("allocation");
        parts.allocation().start();
        allocation().put("/local/clock", now).orFail();
    }

    private void recreateDatabase(String name) {
        LocalPostgres postgres = parts.postgres();
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(LocalPostgres.SUPERUSER), LocalPostgres.SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE \"" + name + "\" WITH (FORCE)");
        } catch (SQLException e) {
            throw new AssertionError("cannot drop the database " + name, e);
        }
        postgres.createDatabase(name);
    }

    /** The events of one log, all of them. */
    List<RecordedEvent> events(String log) {
        return new Feed(service(log), log).all();
    }

    /** The events of all logs, each in order. */
    List<List<RecordedEvent>> logs() {
        return List.of(events(REQUISITIONS), events(OPERATIONS), events(ALLOCATIONS));
    }

    @Override
    public void close() {
        parts.close();
    }
}
