package se.statsbidrag.events.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A log in PostgreSQL. Who appends locks the log's head row, and only then takes position, time and hash; the lock is held
 * until the commit. So positions equal the order of commits, which neither a sequence nor transaction ids would give. The
 * transaction must be READ COMMITTED: what is loaded before the lock may be old, and is checked again under it.
 */
public final class PostgresEventLog implements EventLog {
    private static final String UNIQUE_VIOLATION = "23505";

    private final String name;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final EventEncoder encoder;

    /** @param dataSource hands out the connection of the transaction that {@code transactions} opened */
    public PostgresEventLog(String name, DataSource dataSource, Transactions transactions, EventEncoder encoder) {
        this.name = name;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.encoder = encoder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Appended append(List<StreamAppend> appends, Origin origin) {
        PreparedAppend prepared = PreparedAppend.of(appends, origin, encoder);
        return transactions.inTransaction(() -> Jdbc.with(dataSource, connection -> append(connection, prepared)));
    }

    private Appended append(Connection connection, PreparedAppend prepared) throws SQLException {
        checkVersions(connection, prepared);
        Head head = LogTables.lockHead(connection, name);
        checkVersions(connection, prepared);
        if (prepared.isEmpty()) {
            return new Appended(head, List.of());
        }
        Appended appended = prepared.after(head, LogTime.next(head, DatabaseClock.read(connection)));
        try {
            LogTables.insert(connection, appended.events());
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                VersionConflict conflict = prepared.conflict();
                conflict.initCause(e);
                throw conflict;
            }
            throw e;
        }
        LogTables.updateHead(connection, appended.head());
        return appended;
    }

    private void checkVersions(Connection connection, PreparedAppend prepared) throws SQLException {
        Map<StreamName, Long> versions = LogTables.versions(connection, name, prepared.streams());
        prepared.check(stream -> versions.getOrDefault(stream, 0L));
    }

    @Override
    public List<RecordedEvent> readStreamAfter(StreamName stream, long version) {
        return Jdbc.with(dataSource, connection -> LogTables.streamAfter(connection, name, stream, version));
    }

    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        return Jdbc.inPortions(dataSource, connection -> LogTables.after(connection, name, position, limit));
    }

    @Override
    public Head head() {
        return Jdbc.with(dataSource, connection -> LogTables.head(connection, name));
    }

    @Override
    public Head seal(Instant instant) {
        Head seen = head();
        // Whoever holds the lock now took a time after the head's that we see, so no lock is needed to say so.
        if (!seen.time().isBefore(instant)) {
            return seen;
        }
        return transactions.inTransaction(() -> Jdbc.with(dataSource, connection -> {
            Head head = LogTables.lockHead(connection, name);
            Head sealed = head.at(LogTime.sealed(head, instant, DatabaseClock.read(connection)));
            LogTables.updateHead(connection, sealed);
            return sealed;
        }));
    }
}
