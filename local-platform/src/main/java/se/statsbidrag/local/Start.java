package se.statsbidrag.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import se.statsbidrag.local.demo.DemonstrationYear;
import se.statsbidrag.local.demo.ServiceAddresses;

/**
 * Starts the entire system and keeps it running until somebody ends it or a part crashes; called by the script
 * {@code ./start}. Exit code 1 after a fault, which is told in one sentence.
 */
public final class Start {

    private final Screen screen;
    private final StartOptions options;
    private final Path directory;
    private final SystemSettings settings;
    private final AtomicBoolean ending = new AtomicBoolean();

    private Start(Screen screen, StartOptions options) {
        this.screen = screen;
        this.options = options;
        this.directory = ProjectFiles.root().resolve(".local");
        this.settings = SystemSettings.fromEnvironment(directory, System.getenv());
    }

    /** The command line's entry. */
    public static void main(String... words) {
        Screen screen = Screen.ofThisProcess();
        try {
            new Start(screen, StartOptions.parse(List.of(words))).run();
        } catch (LocalFault fault) {
            screen.line("start: " + fault.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        try (FileChannel channel = lockChannel();
                FileLock lock = lock(channel)) {
            endWithTheScript();
            if (options.fresh()) {
                removeData();
            }
            rotateLogs();
            LocalSystem system = new LocalSystem(settings);
            endSurvivors(system);
            system.checkPorts();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(system), "ending"));
            upToTheEnd(system);
            lock.release();
        } catch (IOException e) {
            throw new LocalFault("Cannot write in " + directory + ": " + e.getMessage(), e);
        }
    }

    private FileChannel lockChannel() throws IOException {
        Path file = directory.resolve("run/start.lock");
        ProjectFiles.makeParent(file);
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private FileLock lock(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        Path pid = directory.resolve("run/start.pid");
        if (lock == null) {
            String holder = Files.exists(pid) ? Files.readString(pid).strip() : "unknown";
            throw new LocalFault("Already running as process " + holder + ": http://localhost:" + settings.reporting()
                    + "/. End it with Ctrl-C where it runs, or: kill " + holder);
        }
        Files.writeString(pid, Long.toString(ProcessHandle.current().pid()));
        return lock;
    }

    /** When the script is killed, nobody could end this process with Ctrl-C any more; so it ends too. */
    private static void endWithTheScript() {
        ProcessHandle.current().parent().ifPresent(script -> script.onExit().thenRun(() -> System.exit(1)));
    }

    private void removeData() {
        LocalSystem earlier = new LocalSystem(settings);
        endSurvivors(earlier);
        for (String part : List.of("postgresql", "kafka", "identity", "secrets", "origin", "demonstration", "bank")) {
            ProjectFiles.remove(directory.resolve(part));
        }
        screen.line("Earlier data is removed.");
    }

    private void endSurvivors(LocalSystem system) {
        List<String> survivors = system.endSurvivors();
        if (!survivors.isEmpty()) {
            screen.line("Ended what an earlier start, killed, had left running: " + String.join(", ", survivors) + ".");
        }
    }

    private void rotateLogs() throws IOException {
        Path logs = directory.resolve("log");
        Path previous = directory.resolve("log-previous");
        if (Files.exists(logs)) {
            ProjectFiles.remove(previous);
            Files.move(logs, previous);
        }
        Files.createDirectories(logs);
    }

    /** What breaks off because a person ended it midway is no fault. */
    private void upToTheEnd(LocalSystem system) {
        try {
            bringUp(system);
            stay(system);
        } catch (LocalFault fault) {
            if (!ending.get()) {
                end(system);
                throw fault;
            }
        }
    }

    private void bringUp(LocalSystem system) {
        Set<String> missing = new TreeSet<>();
        system.parts().forEach(part -> missing.add(part.name()));
        try (ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor()) {
            ticker.scheduleAtFixedRate(() -> tellMissing(missing), 1, 1, TimeUnit.SECONDS);
            try {
                system.start(part -> {
                    synchronized (missing) {
                        missing.remove(part.name());
                    }
                    screen.line("  %-20s ready after %d s".formatted(part.name(), screen.elapsedSeconds()));
                });
            } finally {
                ticker.shutdownNow();
            }
        }
        tellWhere(system);
        // The first start unpacks PostgreSQL, which takes a heap that nothing needs afterwards: give it back.
        System.gc();
    }

    private void tellMissing(Set<String> missing) {
        synchronized (missing) {
            screen.status("waiting for " + String.join(", ", missing));
        }
    }

    private void tellWhere(LocalSystem system) {
        screen.line("""

                Everything is up after %d s.
                  Dashboard            http://localhost:%4$d/
                  Requisitions         http://localhost:%2$d/requisition/v1   (OpenAPI: http://localhost:%2$d/q/openapi)
                  Allocation           http://localhost:%3$d/allocation/v1    (OpenAPI: http://localhost:%3$d/q/openapi)
                  Reporting            http://localhost:%4$d/reporting/v1     (OpenAPI: http://localhost:%4$d/q/openapi)
                  Sign-in              %9$s   (OpenID Connect; the dashboard leads to its page to choose a person from)
                  A token for REST     curl -s %9$s/token -d grant_type=client_credentials -d client_id=officer-1 -d client_secret=any
                  PostgreSQL           127.0.0.1:%5$d, databases requisition, allocation and reporting
                  Kafka                127.0.0.1:%6$d
                  Logs                 %7$s
                  Data                 %8$s (./start --fresh begins from nothing)
                """.formatted(
                        screen.elapsedSeconds(),
                        settings.requisition(),
                        settings.allocation(),
                        settings.reporting(),
                        settings.postgresql(),
                        settings.kafka(),
                        directory.resolve("log"),
                        directory,
                        system.identity().issuer()));
    }

    /** Plays the demonstration year if asked to, then waits for the first part that ends by itself. */
    private void stay(LocalSystem system) {
        CompletableFuture<Part> ended = new CompletableFuture<>();
        system.parts().forEach(part -> part.exit().thenAccept(code -> ended.complete(part)));
        options.demo()
                .ifPresent(regime -> Thread.ofVirtual().start(() -> {
                    try {
                        new DemonstrationYear(ServiceAddresses.of(system), screen).play(regime);
                        screen.line("Ctrl-C ends everything.");
                    } catch (RuntimeException e) {
                        ended.completeExceptionally(e);
                    }
                }));
        if (options.demo().isEmpty()) {
            screen.line("Ctrl-C ends everything.");
        }
        try {
            Part part = ended.join();
            throw new LocalFault(part.name() + " ended by itself " + part.exit().join()
                    + "; everything else was ended too. Start again with ./start. The end of " + part.log() + ":\n"
                    + JavaProcess.tail(part.log(), 15));
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalFault fault
                    ? fault
                    : new LocalFault("The demonstration year stopped: " + e.getCause(), e);
        }
    }

    private void end(LocalSystem system) {
        if (ending.compareAndSet(false, true)) {
            screen.line("Ending the services, sign-in, Kafka and PostgreSQL"
                    + (system.makesStartCaches() ? ", this once with what lets the next start be quick …" : " …"));
            system.close();
            screen.line("Everything has ended.");
        }
    }
}
