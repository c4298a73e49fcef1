package se.statsbidrag.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A part that is one JVM beside this one. */
abstract class ProcessPart implements Part {

    private static final Duration PROBE = Duration.ofSeconds(2);

    final JavaProcess process;
    private final String name;
    private final Path log;

    ProcessPart(String name, Path log, PidFile pidFile) {
        this.name = name;
        this.log = log;
        this.process = new JavaProcess(log, pidFile);
    }

    /**
     * Returns when this address answers with status 200.
     *
     * @throws LocalFault when the process ended before, or has not answered in time
     */
    final void awaitAnswer(URI address, Duration atMost) {
        HttpRequest probe = HttpRequest.newBuilder(address).timeout(PROBE).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
            if (!Await.whileAlive(process.exit(), atMost, () -> answers(client, probe))) {
                throw process.notUp(name);
            }
        }
    }

    private boolean answers(HttpClient client, HttpRequest probe) {
        try {
            return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while waiting for " + name, e);
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Path log() {
        return log;
    }

    @Override
    public final boolean endSurvivor() {
        return process.endSurvivor();
    }

    @Override
    public final boolean running() {
        return process.running();
    }

    @Override
    public final CompletableFuture<String> exit() {
        return process.exit();
    }

    @Override
    public final void stop() {
        process.stop();
    }

    @Override
    public final void kill() {
        process.kill();
    }
}
