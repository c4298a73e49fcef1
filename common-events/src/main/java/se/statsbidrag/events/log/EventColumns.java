package se.statsbidrag.events.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A recorded event as a row, the same in a log and in a consumer's copy of it. */
public final class EventColumns {
    /** The columns' names in the order in which they are bound and read. */
    public static final String NAMES = "log, position, stream, version, type, schema, recorded_at, actor, trace,"
            + " authentication, payload, previous_hash, hash";

    /** As many parameters as there are columns. */
    public static final String PARAMETERS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private EventColumns() {}

    /** Adds the rows of an insert of {@link #NAMES} and runs it. */
    public static void insert(PreparedStatement insert, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent event : events) {
            insert.setString(1, event.log());
            insert.setLong(2, event.position());
            insert.setString(3, event.stream().value());
            insert.setLong(4, event.version());
            insert.setString(5, event.type());
            insert.setInt(6, event.schema());
            Jdbc.setInstant(insert, 7, event.recordedAt());
            insert.setString(8, event.actor());
            insert.setString(9, event.trace());
            insert.setString(10, event.authentication());
            insert.setString(11, event.payload());
            insert.setString(12, event.previousHash());
            insert.setString(13, event.hash());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    /** All that a query of {@link #NAMES} finds. */
    public static List<RecordedEvent> read(PreparedStatement query) throws SQLException {
        List<RecordedEvent> events = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                events.add(new RecordedEvent(
                        row.getString(1),
                        row.getLong(2),
                        new StreamName(row.getString(3)),
                        row.getLong(4),
                        row.getString(5),
                        row.getInt(6),
                        Jdbc.getInstant(row, 7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13)));
            }
        }
        return events;
    }
}
