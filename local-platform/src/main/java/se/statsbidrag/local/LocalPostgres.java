package se.statsbidrag.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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

    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final Path directory;
    private final Path log;
    private final int port;
    private final List<String> databases;
    private final PidFile pidFile;
    private @Nullable EmbeddedPostgres server;

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
        this.pidFile = new PidFile(directory.resolve("pid"));
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
        pidFile.endSurvivor();
        endPostmaster();
        Path initialised = directory.resolve("initialised");
        if (!Files.exists(initialised)) {
            ProjectFiles.remove(data());
        }
        ProjectFiles.make(data());
        ProjectFiles.makeParent(log);
        try {
            EmbeddedPostgres started = builder().start();
            server = started;
            pidFile.write(started.getProcess().toHandle());
            databases.forEach(this::createDatabase);
            Files.writeString(initialised, "The data directory beside this file is complete.\n");
        } catch (IOException | RuntimeException e) {
            throw new LocalFault(
                    "PostgreSQL did not start on port " + port + ": " + e.getMessage() + ". The end of " + log + ":\n"
                            + JavaProcess.tail(log, 15),
                    e);
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
        EmbeddedPostgres now = server;
        return now != null && now.getProcess().isAlive();
    }

    @Override
    public CompletableFuture<Integer> exit() {
        EmbeddedPostgres now = server;
        return now == null
                ? new CompletableFuture<>()
                : now.getProcess().onExit().thenApply(Process::exitValue);
    }

    @Override
    public void stop() {
        EmbeddedPostgres now = server;
        if (now != null && now.getProcess().isAlive()) {
            PidFile.end(now.getProcess().toHandle(), Duration.ofSeconds(20));
        }
        release();
    }

    /** Kills the server and waits for its workers too: they hold its shared memory a moment longer than it lives. */
    @Override
    public void kill() {
        EmbeddedPostgres now = server;
        if (now != null) {
            List<ProcessHandle> workers = now.getProcess().descendants().toList();
            now.getProcess().destroyForcibly();
            now.getProcess().onExit().join();
            workers.forEach(worker -> Await.ended(worker.onExit(), Duration.ofSeconds(10)));
        }
        release();
    }

    private void release() {
        EmbeddedPostgres now = server;
        server = null;
        pidFile.forget();
        if (now != null) {
            try {
                now.close();
            } catch (IOException e) {
                throw new LocalFault("Cannot release " + data() + ": " + e.getMessage(), e);
            }
        }
    }

    /** Ends a server that a killed JVM left on this data, and removes a postmaster.pid that speaks of somebody else. */
    private void endPostmaster() {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file)) {
            String pid = lines.findFirst().orElse("").strip();
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(this::servesThisData)
                    .ifPresent(process -> PidFile.end(process, Duration.ofSeconds(15)));
            Files.deleteIfExists(file);
        } catch (IOException | NumberFormatException e) {
            throw new LocalFault("Cannot make out " + file + ": " + e.getMessage() + ". Start with --fresh.", e);
        }
    }

    private boolean servesThisData(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(data().toString());
    }

    private Path data() {
        return directory.resolve("data").toAbsolutePath();
    }
}
