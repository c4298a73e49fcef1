package se.statsbidrag.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The entire system on one machine: PostgreSQL with a database per service, Kafka, the identity provider and the three services. Each part can
 * be killed and started again by itself, which is what the fault tests do.
 */
public final class LocalSystem implements AutoCloseable {

    /** One database per service. */
    static final List<String> DATABASES = List.of("requisition", "reporting", "allocation");

    private final SystemSettings settings;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final IdentityProvider identity;
    private final LocalService requisition;
    private final LocalService allocation;
    private final LocalService reporting;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();

    /** Prepares the parts; nothing runs before {@link #start}. */
    public LocalSystem(SystemSettings settings) {
        this.settings = settings;
        Path directory = settings.directory();
        postgres =
                new LocalPostgres(directory.resolve("postgresql"), log("postgresql"), settings.postgresql(), DATABASES);
        kafka = new LocalKafka(directory.resolve("kafka"), log("kafka"), settings.kafka(), settings.kafkaController());
        identity = IdentityProvider.chosen(
                directory.resolve("identity"), log("identity"), settings.identity(), settings.pages());
        requisition = service("requisition", settings.requisition());
        allocation = service("allocation", settings.allocation());
        reporting = service("reporting", settings.reporting());
    }

    private LocalService service(String database, int port) {
        String name = database + "-service";
        return new LocalService(
                name,
                ProjectFiles.root().resolve(name).resolve("target"),
                log(name),
                new PidFile(settings.directory().resolve("run").resolve(name + ".pid")),
                port,
                environment(database, port));
    }

    /** What the services show the identity provider: the local one takes any, a realm of Keycloak holds its own. */
    private String clientSecret() {
        return switch (identity) {
            case LocalIdentity _ -> secret("identity-client");
            case LocalKeycloak _ -> Tokens.LOCAL_SECRET;
        };
    }

    /** What a service is told by environment variables. */
    Map<String, String> environment(String database, int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("STATSBIDRAG_SOURCES_REQUISITIONS", "http://127.0.0.1:" + settings.requisition());
        environment.put("STATSBIDRAG_SOURCES_OPERATIONS", "http://127.0.0.1:" + settings.reporting());
        environment.put("STATSBIDRAG_SOURCES_ALLOCATIONS", "http://127.0.0.1:" + settings.allocation());
        environment.put("STATSBIDRAG_IDENTITY_URL", identity.issuer().toString());
        environment.put("STATSBIDRAG_IDENTITY_CLIENT_SECRET", clientSecret());
        environment.put("STATSBIDRAG_SESSION_SECRET", secret("session"));
        environment.putAll(settings.pages());
        environment.put(
                "STATSBIDRAG_STATEMENT_KEY_FILE",
                LocalStatementKey.at(settings.directory().resolve("secrets").resolve(database + "-statement.jwk"))
                        .toAbsolutePath()
                        .toString());
        environment.put("STATSBIDRAG_BANK_FOLDER", bankFolder().toString());
        environment.put("STATSBIDRAG_LOCAL_MODE", "true");
        environment.put("STATSBIDRAG_LOCAL_MANDATES", DemonstrationMandates.setting());
        environment.put("STATSBIDRAG_LOCAL_ORIGIN", origin().toString());
        return environment;
    }

    private String secret(String name) {
        return LocalSecret.of(settings.directory().resolve("secrets").resolve(name));
    }

    /** The instant of this system's very first start, at which all three business clocks stand at their beginning. */
    private Instant origin() {
        Path file = settings.directory().resolve("origin");
        try {
            if (!Files.exists(file)) {
                ProjectFiles.makeParent(file);
                Files.writeString(file, Instant.now().toString());
            }
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new LocalFault("Cannot read or write " + file + ": " + e.getMessage(), e);
        }
    }

    private Path log(String part) {
        return settings.directory().resolve("log").resolve(part + ".log");
    }

    /** The folder that stands for the bank. */
    public Path bankFolder() {
        return settings.directory().resolve("bank").toAbsolutePath();
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public IdentityProvider identity() {
        return identity;
    }

    public LocalService requisition() {
        return requisition;
    }

    public LocalService allocation() {
        return allocation;
    }

    public LocalService reporting() {
        return reporting;
    }

    /** All parts, in the order in which they are needed. */
    public List<Part> parts() {
        return List.of(postgres, kafka, identity, requisition, allocation, reporting);
    }

    /** Ends what a killed launcher left running; the names of those parts. */
    public List<String> endSurvivors() {
        List<String> ended = new ArrayList<>();
        parts().reversed().forEach(part -> {
            if (part.endSurvivor()) {
                ended.add(part.name());
            }
        });
        return ended;
    }

    /**
     * Checks that the ports are free.
     *
     * @throws LocalFault naming the first port that another program holds, and the part that needs it
     */
    public void checkPorts() {
        for (SystemSettings.PortUse use : settings.ports()) {
            if (Ports.taken(use.port())) {
                throw new LocalFault("Port " + use.port() + ", which " + use.part()
                        + " needs, is taken by another program. End that program, or choose another port with "
                        + use.variable() + "=<port> ./start");
            }
        }
    }

    /**
     * Starts PostgreSQL, Kafka and the identity provider side by side, then the services side by side, since each becomes ready only with what
     * it reads from the others.
     *
     * @param onReady told of each part as soon as it can be used, from several threads
     * @throws LocalFault of the first part that does not come up
     */
    public void start(Consumer<Part> onReady) {
        startAll(List.of(postgres, kafka, identity), onReady);
        startAll(List.of(requisition, allocation, reporting), onReady);
    }

    private void startAll(List<Part> parts, Consumer<Part> onReady) {
        CompletableFuture<Void> firstFault = new CompletableFuture<>();
        List<CompletableFuture<Void>> starts = parts.stream()
                .map(part -> CompletableFuture.runAsync(
                        () -> {
                            part.start();
                            onReady.accept(part);
                        },
                        starters))
                .toList();
        starts.forEach(start -> start.whenComplete((done, fault) -> {
            if (fault != null) {
                firstFault.completeExceptionally(fault);
            }
        }));
        try {
            CompletableFuture.anyOf(firstFault, CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalFault fault ? fault : new LocalFault("Cannot start: " + e.getCause(), e);
        }
    }

    /** Whether some part makes a start cache as it ends, which takes some seconds once after each build. */
    boolean makesStartCaches() {
        return parts().stream()
                .anyMatch(part -> part instanceof ProcessPart running && running.process.makesStartCache());
    }

    /** Ends all parts in order, services first; also those that are just starting. */
    @Override
    public void close() {
        starters.shutdownNow();
        starters.close();
        List.of(requisition, allocation, reporting).parallelStream().forEach(Part::stop);
        identity.stop();
        kafka.stop();
        postgres.stop();
    }
}
