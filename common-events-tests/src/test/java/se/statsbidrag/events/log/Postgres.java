package se.statsbidrag.events.log;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.local.LocalPostgres;
import se.statsbidrag.local.test.TestDatabase;
import se.statsbidrag.local.test.TestParts;

/** A new database of the real PostgreSQL, with the tables of the log in it. */
record Postgres(TestDatabase database, DataSource plain, JdbcTransactions transactions) {
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    static Postgres fresh() {
        TestDatabase database = TestParts.shared().freshDatabase("log");
        PGSimpleDataSource plain = new PGSimpleDataSource();
        plain.setUrl(database.jdbcUrl());
        plain.setUser(database.username());
        Flyway.configure()
                .dataSource(plain)
                .locations("classpath:db/common")
                .load()
                .migrate();
        return new Postgres(database, plain, new JdbcTransactions(plain));
    }

    DataSource dataSource() {
        return transactions.dataSource();
    }

    PostgresEventLog log() {
        return log("requisitions");
    }

    PostgresEventLog log(String name) {
        return new PostgresEventLog(name, dataSource(), transactions, new EventCodec());
    }

    LogUnderTest underTest(String name) {
        return new LogUnderTest(log(name), transactions, new DatabaseClock(plain), this::moveClock);
    }

    void moveClock(Duration duration) {
        execute("UPDATE local_clock SET offset_micros = offset_micros + " + duration.toNanos() / 1_000);
    }

    void execute(String sql) {
        execute(plain::getConnection, sql);
    }

    /** As somebody who may do everything, without the guards of the tables. */
    void tamper(String sql) {
        execute(
                () -> DriverManager.getConnection(database.jdbcUrl(), LocalPostgres.SUPERUSER, ""),
                "SET session_replication_role = replica; " + sql);
    }

    /** Whether a transaction of this database waits for another one's lock. */
    boolean somebodyWaits() {
        return Jdbc.with(plain, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            SELECT count(*) FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'""")) {
                row.next();
                return row.getInt(1) > 0;
            }
        });
    }

    /** Cuts off everybody else who is connected to this database. */
    void endAllOtherConnections() {
        tamper("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()""");
    }

    private interface Connections {
        Connection open() throws SQLException;
    }

    private static void execute(Connections connections, String sql) {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
