package se.statsbidrag.local.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.local.IdentityProvider;
import se.statsbidrag.local.LocalFault;
import se.statsbidrag.local.LocalKafka;
import se.statsbidrag.local.LocalPostgres;
import se.statsbidrag.local.Part;
import se.statsbidrag.local.Ports;
import se.statsbidrag.local.ProjectFiles;

/**
 * The real PostgreSQL, Kafka and identity provider of one test JVM. Each starts when first asked for, on a random port of 127.0.0.1, and ends
 * with the JVM, which also removes their data. A test that kills or wipes a part takes its own with {@link #TestParts()}.
 */
public final class TestParts implements AutoCloseable {

    private static final class Shared {
        static final TestParts PARTS = new TestParts(true);
    }

    private final Path directory;
    private final boolean shared;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;
    private @Nullable IdentityProvider identity;

    /** Parts of one's own; whoever makes them closes them. */
    public TestParts() {
        this(false);
    }

    private TestParts(boolean shared) {
        this.shared = shared;
        try {
            directory = Files.createTempDirectory("statsbidrag-test-");
        } catch (IOException e) {
            throw new LocalFault("No temporary directory for the test's data: " + e.getMessage(), e);
        }
        if (shared) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "test-parts-closer"));
        }
    }

    /** The parts that all tests of this JVM share, whichever class loader they run in. */
    public static TestParts shared() {
        return Shared.PARTS;
    }

    /** PostgreSQL, running. */
    public synchronized LocalPostgres postgres() {
        LocalPostgres part = postgres;
        if (part == null) {
            part = started(
                    "postgresql", port -> new LocalPostgres(data("postgresql"), log("postgresql"), port, List.of()));
            postgres = part;
        }
        return part;
    }

    /** Kafka, running, with the topics of {@link LocalKafka}. */
    public synchronized LocalKafka kafka() {
        LocalKafka part = kafka;
        if (part == null) {
            part = started("kafka", port -> new LocalKafka(data("kafka"), log("kafka"), port, Ports.free()));
            kafka = part;
        }
        return part;
    }

    /** The identity provider, running: {@linkplain IdentityProvider#chosen the one chosen}. */
    public synchronized IdentityProvider identity() {
        IdentityProvider part = identity;
        if (part == null) {
            part = started(
                    "identity", port -> IdentityProvider.chosen(data("identity"), log("identity"), port, Map.of()));
            identity = part;
        }
        return part;
    }

    /**
     * Quarkus loads this class anew for each application that it tests. So the ports stand in the system's properties, which
     * are the JVM's own, and later copies of this class use what the first one started.
     */
    private <P extends Part> P started(String name, IntFunction<P> atPort) {
        if (!shared) {
            P part = atPort.apply(Ports.free());
            part.start();
            return part;
        }
        String key = "statsbidrag.test." + name + ".port";
        synchronized (System.getProperties()) {
            String known = System.getProperty(key);
            if (known != null) {
                return atPort.apply(Integer.parseInt(known));
            }
            int port = Ports.free();
            P part = atPort.apply(port);
            part.start();
            System.setProperty(key, Integer.toString(port));
            return part;
        }
    }

    private Path data(String part) {
        return directory.resolve(part);
    }

    private Path log(String part) {
        return directory.resolve(part + ".log");
    }

    /**
     * A new, empty database.
     *
     * @param name lower-case letters, digits and underscores; a random ending is added so that no two are the same
     */
    public TestDatabase freshDatabase(String name) {
        String database = name + "_" + UUID.randomUUID().toString().substring(0, 8);
        return new TestDatabase(postgres().createDatabase(database), database, "");
    }

    /** Ends them and removes their data. */
    @Override
    public synchronized void close() {
        if (identity != null) {
            identity.kill();
        }
        if (kafka != null) {
            kafka.kill();
        }
        if (postgres != null) {
            postgres.stop();
        }
        ProjectFiles.remove(directory);
    }
}
