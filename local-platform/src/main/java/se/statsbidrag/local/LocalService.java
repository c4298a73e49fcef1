package se.statsbidrag.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of the three services in a JVM of its own, as the build packaged it. */
public final class LocalService extends ProcessPart {

    private static final Duration STARTUP = Duration.ofSeconds(240);

    private final Path target;
    private final Path jar;
    private final int port;
    private final Map<String, String> environment;

    /** @param target where the build left it */
    LocalService(String name, Path target, Path log, PidFile pidFile, int port, Map<String, String> environment) {
        super(name, log, pidFile);
        this.target = target;
        this.jar = target.resolve("quarkus-app/quarkus-run.jar");
        this.port = port;
        this.environment = Map.copyOf(environment);
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
                    name() + " is not built: " + jar + " is missing. Build it with: mvn -DskipTests package");
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
                environment,
                new StartCache(target, jar));
        awaitAnswer(address().resolve("/q/health/ready"), STARTUP);
    }
}
