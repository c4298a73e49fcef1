package se.statsbidrag.events.inbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import javax.sql.DataSource;
import se.statsbidrag.events.log.EventColumns;
import se.statsbidrag.events.log.Jdbc;
import se.statsbidrag.events.log.RecordedEvent;

/** The inbox in the consumer's own database, tables {@code inbox_event} and {@code inbox_watermark}. */
public final class PostgresInboxStore implements InboxStore {
    private static final String WATERMARK = "SELECT position, hash FROM inbox_watermark WHERE log = ?";

    private final DataSource dataSource;

    /** @param dataSource hands out the connection of the open transaction, where there is one */
    public PostgresInboxStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Watermark watermark(String log) {
        return readWatermark(log, WATERMARK);
    }

    @Override
    public Watermark lockWatermark(String log) {
        Jdbc.with(dataSource, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO inbox_watermark (log, position, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
                Watermark beginning = Watermark.beginning(log);
                insert.setString(1, log);
                insert.setLong(2, beginning.position());
                insert.setString(3, beginning.hash());
                return insert.executeUpdate();
            }
        });
        return readWatermark(log, WATERMARK + " FOR UPDATE");
    }

    private Watermark readWatermark(String log, String sql) {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, log);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? new Watermark(log, row.getLong(1), row.getString(2)) : Watermark.beginning(log);
                }
            }
        });
    }

    @Override
    public void moveWatermark(Watermark from, Watermark to) {
        int moved = Jdbc.with(dataSource, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE inbox_watermark SET position = ?, hash = ? WHERE log = ? AND position = ? AND hash = ?")) {
                update.setLong(1, to.position());
                update.setString(2, to.hash());
                update.setString(3, from.log());
                update.setLong(4, from.position());
                update.setString(5, from.hash());
                return update.executeUpdate();
            }
        });
        if (moved != 1) {
            throw new IllegalStateException("the watermark of log " + from.log() + " is not at " + from.position());
        }
    }

    @Override
    public void store(List<RecordedEvent> events) {
        Jdbc.with(dataSource, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO inbox_event (" + EventColumns.NAMES + ") VALUES (" + EventColumns.PARAMETERS + ")")) {
                EventColumns.insert(insert, events);
                return events.size();
            }
        });
    }

    @Override
    public List<RecordedEvent> readAfter(String log, long position, int limit) {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT " + EventColumns.NAMES
                    + " FROM inbox_event WHERE log = ? AND position > ? ORDER BY position LIMIT ?")) {
                query.setString(1, log);
                query.setLong(2, position);
                query.setInt(3, limit);
                return EventColumns.read(query);
            }
        });
    }
}
