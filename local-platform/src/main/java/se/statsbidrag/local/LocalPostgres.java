package se.statsbidrag.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL 18 server that keeps its data, with the durability that production has: {@code fsync} and
 * {@code synchronous_commit} are on. Each database belongs to a role of its own name; only this machine can connect, and
 * needs no password. The superuser is {@value #SUPERUSER}.
 */
public final class LocalPostgres implements Part {

    /** The role that may do everything. */
    public static final String SUPERUSER = "postgres";

    /** To PostgreSQL: end at once but in order, whoever is connected. */
    private static final String FAST_SHUTDOWN = "INT";

    private static final Duration STARTUP = Duration.ofSeconds(180);

    private final Path directory;
    private final Path log;
    private final int port;
    private final List<String> databases;
    private @Nullable EmbeddedPostgres server;
    private @Nullable ProcessHandle postmaster;

    /**
     * @param directory holds the server's data between starts
     * @param log where its output goes
     * @param port the port on 127.0.0.1
     * @param databases created, with a role of the same name, where missing
     */
    public LocalPostgres(Path directory, Path log, int port, List<String> databases) {
        this.directory = directory;
        this.log = log;
        this.port = port;
        this.databases = List.copyOf(databases);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Path log() {
        return log;
    }

    /** The address of one database, for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public void start() {
        endSurvivor();
        Path initialised = directory.resolve("initialised");
        if (!Files.exists(initialised)) {
            ProjectFiles.remove(data());
        }
        ProjectFiles.make(data());
        ProjectFiles.makeParent(log);
        try {
            server = launch();
            postmaster = findPostmaster()
                    .orElseThrow(() -> new IOException("its process is not the one that postmaster.pid names"));
            databases.forEach(this::createDatabase);
            Files.writeString(initialised, "The data directory beside this file is complete.\n");
        } catch (IOException | RuntimeException e) {
            throw new LocalFault(
                    "PostgreSQL did not start on port " + port + ": " + e.getMessage() + ". The end of " + log + ":\n"
                            + JavaProcess.tail(log, 15),
                    e);
        }
    }

    /** The first start unpacks the server's binaries, one process at a time, after removing what an interrupted one left. */
    private EmbeddedPostgres launch() throws IOException {
        Path binaries = ProjectFiles.postgresBinaries();
        if (unpacked(binaries)) {
            return builder().start();
        }
        ProjectFiles.make(binaries);
        Path lockFile = binaries.resolveSibling("postgres.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!unpacked(binaries)) {
                ProjectFiles.remove(binaries);
            }
            EmbeddedPostgres started = builder().start();
            lock.release();
            return started;
        }
    }

    /** Whether the library has left its mark that one set of binaries is whole. */
    private static boolean unpacked(Path binaries) throws IOException {
        if (!Files.isDirectory(binaries)) {
            return false;
        }
        try (Stream<Path> sets = Files.list(binaries)) {
            return sets.anyMatch(set -> Files.exists(set.resolve(".exists")));
        }
    }

    private EmbeddedPostgres.Builder builder() {
        Redirect output = Redirect.appendTo(log.toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(ProjectFiles.postgresBinaries().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "64MB");
    }

    /**
     * Creates a database and the role that owns it, both of this name, where missing.
     *
     * @return its JDBC address
     */
    public String createDatabase(String database) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_roles WHERE rolname", database)) {
                statement.execute("CREATE ROLE \"" + database + "\" LOGIN");
            }
            if (!exists(statement, "pg_database WHERE datname", database)) {
                statement.execute("CREATE DATABASE \"" + database + "\" OWNER \"" + database + "\"");
            }
            return jdbcUrl(database);
        } catch (SQLException e) {
            throw new LocalFault("Cannot create the database " + database + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String where, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + where + " = '" + name + "'")) {
            return rows.next();
        }
    }

    @Override
    public boolean running() {
        ProcessHandle now = postmaster;
        return now != null && now.isAlive();
    }

    @Override
    public CompletableFuture<String> exit() {
        ProcessHandle now = postmaster;
        return now == null ? new CompletableFuture<>() : now.onExit().thenApply(ended -> "for the reason in its log");
    }

    @Override
    public void stop() {
        release();
        endSurvivor();
    }

    /** Kills the server and waits for its workers too: they hold its shared memory a moment longer than it lives. */
    @Override
    public void kill() {
        ProcessHandle now = postmaster;
        if (now != null) {
            List<ProcessHandle> workers = now.descendants().toList();
            now.destroyForcibly();
            Await.ended(now.onExit(), PidFile.IN_ORDER);
            workers.forEach(worker -> Await.ended(worker.onExit(), PidFile.IN_ORDER));
        }
        release();
    }

    private void release() {
        EmbeddedPostgres now = server;
        server = null;
        postmaster = null;
        if (now != null) {
            try {
                now.close();
            } catch (IOException e) {
                throw new LocalFault("Cannot release " + data() + ": " + e.getMessage(), e);
            }
        }
    }

    /** Ends a server that works on this data, whoever started it, and removes a postmaster.pid that nobody stands behind. */
    @Override
    public boolean endSurvivor() {
        try {
            Optional<ProcessHandle> survivor = findPostmaster();
            survivor.ifPresent(process -> PidFile.end(process, FAST_SHUTDOWN, PidFile.IN_ORDER));
            Files.deleteIfExists(postmasterFile());
            return survivor.isPresent();
        } catch (IOException e) {
            throw new LocalFault("Cannot read or remove " + postmasterFile() + ": " + e.getMessage(), e);
        }
    }

    /** The server that works on this data. The process that starts it, pg_ctl, leaves it behind on its own. */
    private Optional<ProcessHandle> findPostmaster() throws IOException {
        if (!Files.exists(postmasterFile())) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(postmasterFile())) {
            return lines.findFirst()
                    .filter(line -> line.strip().matches("[0-9]+"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(this::servesThisData);
        }
    }

    private Path postmasterFile() {
        return data().resolve("postmaster.pid");
    }

    private boolean servesThisData(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(data().toString());
    }

    private Path data() {
        return directory.resolve("data").toAbsolutePath();
    }
}
