package se.statsbidrag.events.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements on {@code log_head} and {@code log_event}: the only ones that write them. */
final class LogTables {
    private static final int PORTION = 1_000;
    private static final String HEAD = "SELECT position, hash, time FROM log_head WHERE log = ?";
    private static final String EVENTS = "SELECT " + EventColumns.NAMES + " FROM log_event WHERE log = ? ";
    private static final String INSERT =
            "INSERT INTO log_event (" + EventColumns.NAMES + ") VALUES (" + EventColumns.PARAMETERS + ")";

    private LogTables() {}

    static Head head(Connection connection, String log) throws SQLException {
        return head(connection, log, HEAD).orElseGet(() -> empty(log));
    }

    /** The head, locked until the transaction ends; what was committed before is seen by every later statement. */
    static Head lockHead(Connection connection, String log) throws SQLException {
        Optional<Head> locked = head(connection, log, HEAD + " FOR UPDATE");
        if (locked.isPresent()) {
            return locked.get();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO log_head (log, position, hash, time) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            Head empty = empty(log);
            insert.setString(1, log);
            insert.setLong(2, empty.position());
            insert.setString(3, empty.hash());
            Jdbc.setInstant(insert, 4, empty.time());
            insert.executeUpdate();
        }
        return head(connection, log, HEAD + " FOR UPDATE").orElseThrow();
    }

    private static Head empty(String log) {
        return new Head(log, 0, HashChain.BEGINNING, Instant.EPOCH);
    }

    private static Optional<Head> head(Connection connection, String log, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, log);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Head(log, row.getLong(1), row.getString(2), Jdbc.getInstant(row, 3)))
                        : Optional.empty();
            }
        }
    }

    /** How many events each of the streams holds. */
    static Map<StreamName, Long> versions(Connection connection, String log, List<StreamName> streams)
            throws SQLException {
        Map<StreamName, Long> versions = new HashMap<>();
        Array names = connection.createArrayOf(
                "text", streams.stream().map(StreamName::value).toArray());
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT name, (SELECT version FROM log_event WHERE log = ? AND stream = name ORDER BY version DESC LIMIT 1)
                FROM unnest(?) AS name""")) {
            query.setString(1, log);
            query.setArray(2, names);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.put(new StreamName(row.getString(1)), row.getLong(2));
                }
            }
        } finally {
            names.free();
        }
        return versions;
    }

    static void insert(Connection connection, List<RecordedEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            EventColumns.insert(insert, events);
        }
    }

    static void updateHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE log_head SET position = ?, hash = ?, time = ? WHERE log = ?")) {
            update.setLong(1, head.position());
            update.setString(2, head.hash());
            Jdbc.setInstant(update, 3, head.time());
            update.setString(4, head.log());
            update.executeUpdate();
        }
    }

    static List<RecordedEvent> streamAfter(Connection connection, String log, StreamName stream, long version)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(EVENTS + "AND stream = ? AND version > ? ORDER BY version")) {
            query.setString(1, log);
            query.setString(2, stream.value());
            query.setLong(3, version);
            return EventColumns.read(query);
        }
    }

    static List<RecordedEvent> after(Connection connection, String log, long position, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(EVENTS + "AND position > ? ORDER BY position LIMIT ?")) {
            query.setString(1, log);
            query.setLong(2, position);
            query.setInt(3, limit);
            query.setFetchSize(PORTION);
            return EventColumns.read(query);
        }
    }
}
