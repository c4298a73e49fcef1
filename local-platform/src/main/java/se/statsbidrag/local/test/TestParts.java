package se.statsbidrag.local.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.local.LocalFault;
import se.statsbidrag.local.LocalKafka;
import se.statsbidrag.local.LocalPostgres;
import se.statsbidrag.local.Ports;
import se.statsbidrag.local.ProjectFiles;

/**
 * The real PostgreSQL and Kafka of one test JVM. Each starts when first asked for, on a random port of 127.0.0.1, and ends
 * with the JVM, which also removes their data. A test that kills or wipes a part takes its own with {@link #TestParts()}.
 */
public final class TestParts implements AutoCloseable {

    private static final class Shared {
        static final TestParts PARTS = sharedParts();

        private static TestParts sharedParts() {
            TestParts parts = new TestParts();
            Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "test-parts-closer"));
            return parts;
        }
    }

    private final Path directory;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;

    /** Parts of one's own; whoever makes them closes them. */
    public TestParts() {
        try {
            directory = Files.createTempDirectory("statsbidrag-test-");
        } catch (IOException e) {
            throw new LocalFault("No temporary directory for the test's data: " + e.getMessage(), e);
        }
    }

    /** The parts that all tests of this JVM share. */
    public static TestParts shared() {
        return Shared.PARTS;
    }

    /** PostgreSQL, running. */
    public synchronized LocalPostgres postgres() {
        LocalPostgres part = postgres;
        if (part == null) {
            part = new LocalPostgres(
                    directory.resolve("postgresql"), directory.resolve("postgresql.log"), Ports.free(), List.of());
            part.start();
            postgres = part;
        }
        return part;
    }

    /** Kafka, running, with the topics of {@link LocalKafka}. */
    public synchronized LocalKafka kafka() {
        LocalKafka part = kafka;
        if (part == null) {
            part = new LocalKafka(
                    directory.resolve("kafka"), directory.resolve("kafka.log"), Ports.free(), Ports.free());
            part.start();
            kafka = part;
        }
        return part;
    }

    /**
     * A new, empty database.
     *
     * @param name lower-case letters, digits and underscores; a number is added so that no two are the same
     */
    public TestDatabase freshDatabase(String name) {
        String database = name + "_" + databases.incrementAndGet();
        return new TestDatabase(postgres().createDatabase(database), database, "");
    }

    /** Ends both and removes their data. */
    @Override
    public synchronized void close() {
        if (kafka != null) {
            kafka.kill();
        }
        if (postgres != null) {
            postgres.kill();
        }
        ProjectFiles.remove(directory);
    }
}
