package se.statsbidrag.events.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;
import se.statsbidrag.events.log.Jdbc;

/** The state of a log's relay in the table {@code relay_state}. Every change compares and sets in one statement. */
public final class PostgresRelayState implements RelayState {
    private final String log;
    private final DataSource dataSource;

    public PostgresRelayState(String log, DataSource dataSource) {
        this.log = log;
        this.dataSource = dataSource;
    }

    @Override
    public OptionalLong lease(String owner, Duration time) {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement lease = connection.prepareStatement("""
                    INSERT INTO relay_state AS held (log, checkpoint, owner, leased_until)
                    VALUES (?, 0, ?, clock_timestamp() + ? * interval '1 millisecond')
                    ON CONFLICT (log) DO UPDATE SET owner = excluded.owner, leased_until = excluded.leased_until
                    WHERE held.owner = excluded.owner OR held.leased_until < clock_timestamp()
                    RETURNING checkpoint""")) {
                lease.setString(1, log);
                lease.setString(2, owner);
                lease.setLong(3, time.toMillis());
                try (ResultSet row = lease.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    @Override
    public boolean advance(String owner, long from, long to) {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE relay_state SET checkpoint = ? WHERE log = ? AND owner = ? AND checkpoint = ?")) {
                update.setLong(1, to);
                update.setString(2, log);
                update.setString(3, owner);
                update.setLong(4, from);
                return update.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void release(String owner) {
        Jdbc.with(dataSource, connection -> release(connection, owner));
    }

    private int release(Connection connection, String owner) throws java.sql.SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE relay_state SET leased_until = clock_timestamp() WHERE log = ? AND owner = ?")) {
            update.setString(1, log);
            update.setString(2, owner);
            return update.executeUpdate();
        }
    }
}
