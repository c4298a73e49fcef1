package se.statsbidrag.events.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * A service's business clock: the database's clock, in local mode plus the offset kept in the table {@code local_clock}, so
 * that it goes on while the system is stopped. To the microsecond.
 */
public final class DatabaseClock implements InstantSource {
    private final DataSource dataSource;

    public DatabaseClock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Instant instant() {
        return Jdbc.with(dataSource, DatabaseClock::read);
    }

    /**
     * Sets the clock forwards (local mode only).
     *
     * @throws IllegalArgumentException when the clock has already passed the instant
     */
    public Instant setForward(Instant instant) {
        return Jdbc.with(dataSource, connection -> {
            Instant now = read(connection);
            if (instant.isBefore(now)) {
                throw new IllegalArgumentException("the clock says " + now + " and is only set forwards");
            }
            shift(connection, ChronoUnit.MICROS.between(now, instant));
            return read(connection);
        });
    }

    /**
     * Gives a fresh system's clock its offset; does nothing when it has one (local mode only).
     *
     * @return the time now
     */
    public Instant beginAt(Duration offset) {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE local_clock SET offset_micros = ? WHERE offset_micros = 0")) {
                update.setLong(1, offset.dividedBy(ChronoUnit.MICROS.getDuration()));
                update.executeUpdate();
            }
            return read(connection);
        });
    }

    /** Reads the clock in the open transaction: the time now, not when the transaction began. */
    static Instant read(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT clock_timestamp(), offset_micros FROM local_clock");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the table local_clock has lost its row");
            }
            return Jdbc.getInstant(row, 1).plus(row.getLong(2), ChronoUnit.MICROS);
        }
    }

    private static void shift(Connection connection, long micros) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE local_clock SET offset_micros = offset_micros + ?")) {
            update.setLong(1, micros);
            update.executeUpdate();
        }
    }
}
