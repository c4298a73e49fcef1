package se.statsbidrag.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak in its own process, from the distribution that the build unpacks in the profile {@code keycloak}, with the
 * realm that the production-like set-up imports. Keeps nothing between starts. Every secret and password of the
 * demonstration is {@link Tokens#LOCAL_SECRET}.
 */
public final class LocalKeycloak extends ProcessPart implements IdentityProvider {

    /** Taking in hundreds of clients is a minute of one processor, and much more of a busy one. */
    private static final Duration STARTUP = Duration.ofMinutes(15);

    /** What the realm file leaves open. */
    private static final Map<String, String> SETTINGS = Map.of(
            "STATSBIDRAG_DEMONSTRATION_SECRET", Tokens.LOCAL_SECRET,
            "STATSBIDRAG_DEMONSTRATION_PASSWORD", Tokens.LOCAL_SECRET,
            "STATSBIDRAG_REQUISITION_SERVICE_SECRET", Tokens.LOCAL_SECRET,
            "STATSBIDRAG_ALLOCATION_SERVICE_SECRET", Tokens.LOCAL_SECRET,
            "STATSBIDRAG_REPORTING_SERVICE_SECRET", Tokens.LOCAL_SECRET,
            "STATSBIDRAG_PAGES_OVERVIEW", "http://localhost:8083",
            "STATSBIDRAG_PAGES_CASES", "http://localhost:8081",
            "STATSBIDRAG_PAGES_MONEY", "http://localhost:8082");

    private final Path home = ProjectFiles.keycloak();
    private final int port;
    private final Map<String, String> settings = new HashMap<>(SETTINGS);

    /**
     * @param directory holds its process id
     * @param log where its output goes
     * @param port the port on 127.0.0.1
     * @param pages where its sign-in may lead back to, where that is not the usual: by the variables that name the services' pages
     * @throws LocalFault when the distribution is not there
     */
    public LocalKeycloak(Path directory, Path log, int port, Map<String, String> pages) {
        super("keycloak", log, new PidFile(directory.resolve("pid")));
        this.port = port;
        settings.putAll(pages);
    }

    /** For example {@code http://localhost:8084/realms/statsbidrag}. */
    @Override
    public URI issuer() {
        return URI.create("http://localhost:" + port + "/realms/statsbidrag");
    }

    /** Starts it and returns when the realm gives out tokens; the very first time it is assembled before. */
    @Override
    public void start() {
        assemble();
        takeRealm();
        process.start(
                java(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://localhost:" + port),
                settings);
        awaitAnswer(URI.create(issuer() + "/.well-known/openid-configuration"), STARTUP);
    }

    private void assemble() {
        Path done = home.resolve("assembled-for-statsbidrag");
        if (Files.exists(done)) {
            return;
        }
        if (JavaProcess.run(java("build", "--db=dev-mem", "--cache=local"), log(), STARTUP) != 0) {
            throw new LocalFault("Keycloak could not be assembled in " + home + ". The end of " + log() + ":\n"
                    + JavaProcess.tail(log(), 15));
        }
        try {
            Files.createFile(done);
        } catch (IOException e) {
            throw new LocalFault("Cannot write " + done + ": " + e.getMessage(), e);
        }
    }

    private void takeRealm() {
        Path realm = ProjectFiles.root().resolve("local-platform/keycloak/statsbidrag-realm.json");
        Path taken = home.resolve("data/import/statsbidrag-realm.json");
        ProjectFiles.makeParent(taken);
        try {
            Files.copy(realm, taken, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalFault("Cannot copy " + realm + " to " + taken + ": " + e.getMessage(), e);
        }
    }

    /** As its script {@code kc.sh} calls it. */
    private List<String> java(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djava.net.preferIPv4Stack=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        all.addAll(List.of(words));
        return all;
    }
}
