package se.statsbidrag.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One JVM beside this one, with its output in a log file and its id in a file. */
final class JavaProcess {

    private static final String TERMINATE = "TERM";

    /** The exit codes of a JVM that ended in order: by itself, or since SIGTERM asked it to. */
    private static final Set<Integer> IN_ORDER = Set.of(0, 128 + 15);

    private final Path log;
    private final PidFile pidFile;
    private @Nullable Process process;
    private @Nullable StartCache startCache;

    JavaProcess(Path log, PidFile pidFile) {
        this.log = log;
        this.pidFile = pidFile;
    }

    /** Starts it with this JVM's own {@code java}, after ending what an earlier start left. */
    void start(List<String> arguments, Map<String, String> environment) {
        endSurvivor();
        Process started = launch(arguments, environment, log);
        process = started;
        pidFile.write(started.toHandle());
    }

    /** The same with a start cache. */
    void start(List<String> arguments, Map<String, String> environment, StartCache cache) {
        startCache = cache;
        List<String> all = new ArrayList<>(cache.options());
        all.addAll(arguments);
        start(all, environment);
    }

    /** Runs to its end a JVM that does one small thing; its exit code. */
    static int run(List<String> arguments, Path log, Duration atMost) {
        Process started = launch(arguments, Map.of(), log);
        if (!Await.ended(started.onExit(), atMost)) {
            started.destroyForcibly();
        }
        return started.onExit().join().exitValue();
    }

    private static Process launch(List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProjectFiles.makeParent(log);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            throw new LocalFault("Cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    boolean endSurvivor() {
        return pidFile.endSurvivor(TERMINATE);
    }

    boolean running() {
        Process now = process;
        return now != null && now.isAlive();
    }

    CompletableFuture<String> exit() {
        Process now = process;
        return now == null
                ? new CompletableFuture<>()
                : now.onExit().thenApply(ended -> "with exit code " + ended.exitValue());
    }

    void stop() {
        Process now = process;
        StartCache cache = startCache;
        if (now != null && now.isAlive()) {
            PidFile.end(now.toHandle(), TERMINATE, cache == null ? PidFile.IN_ORDER : cache.patience());
            if (cache != null) {
                cache.ended(!now.isAlive() && IN_ORDER.contains(now.exitValue()));
            }
        }
        pidFile.forget();
    }

    /** Whether its end will take longer this once, since it makes what lets the next start be quick. */
    boolean makesStartCache() {
        StartCache cache = startCache;
        return cache != null && running() && cache.making();
    }

    void kill() {
        Process now = process;
        if (now != null) {
            now.destroyForcibly();
            now.onExit().join();
        }
        pidFile.forget();
    }

    /** The fault to report when it did not come up: what, and the log's last lines. */
    LocalFault notUp(String what) {
        String how = running() ? "did not answer in time" : "ended at once " + exit().join();
        return new LocalFault(what + " " + how + ". The end of " + log + ":\n" + tail(log, 15));
    }

    /** The last lines of a log file. */
    static String tail(Path log, int lines) {
        try {
            List<String> all = Files.readAllLines(log);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(cannot be read: " + e.getMessage() + ")";
        }
    }
}
