package se.statsbidrag.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One of the three services in a JVM of its own, as the build packaged it. */
public final class LocalService implements Part {

    private static final Duration STARTUP = Duration.ofSeconds(240);
    private static final Duration PROBE = Duration.ofSeconds(2);

    private final String name;
    private final Path jar;
    private final Path log;
    private final int port;
    private final Map<String, String> environment;
    private final JavaProcess process;

    LocalService(String name, Path jar, Path log, PidFile pidFile, int port, Map<String, String> environment) {
        this.name = name;
        this.jar = jar;
        this.log = log;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.process = new JavaProcess(log, pidFile);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path log() {
        return log;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where it answers, without a last slash: {@code http://127.0.0.1:8083}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it and returns when {@code /q/health/ready} says that it is up. */
    @Override
    public void start() {
        if (!Files.exists(jar)) {
            throw new LocalFault(
                    name + " is not built: " + jar + " is missing. Build it with: mvn -DskipTests package");
        }
        process.start(
                List.of(
                        "-Xms32m",
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        // Halves the work of a start, and a service on one machine is started far more often than
                        // pressed.
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Duser.timezone=UTC",
                        "-jar",
                        jar.toString()),
                environment);
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
            if (!Await.whileAlive(process.exit(), STARTUP, () -> ready(client))) {
                throw process.notUp(name);
            }
        }
    }

    private boolean ready(HttpClient client) {
        HttpRequest probe = HttpRequest.newBuilder(address().resolve("/q/health/ready"))
                .timeout(PROBE)
                .build();
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
    public boolean endSurvivor() {
        return process.endSurvivor();
    }

    @Override
    public boolean running() {
        return process.running();
    }

    @Override
    public CompletableFuture<String> exit() {
        return process.exit();
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public void kill() {
        process.kill();
    }
}
