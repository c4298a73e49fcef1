package se.statsbidrag.events.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Plain JDBC without its checked exceptions. */
public final class Jdbc {
    private Jdbc() {}

    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work on a connection of the data source: the open transaction's, where there is one. */
    public static <T> T with(DataSource dataSource, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** As {@link #with}, so that the database may send the rows in portions, which it does only inside a transaction. */
    static <T> T inPortions(DataSource dataSource, Work<T> work) {
        return with(dataSource, connection -> {
            if (!connection.getAutoCommit()) {
                return work.on(connection);
            }
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException e) {
                afterwards(e, () -> connection.setAutoCommit(true));
                throw e;
            }
        });
    }

    interface Step {
        void run() throws SQLException;
    }

    /** Cleans up after a failure without hiding it. */
    static void afterwards(Exception failure, Step cleanUp) {
        try {
            cleanUp.run();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    public static void setInstant(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    }

    public static Instant getInstant(ResultSet row, int index) throws SQLException {
        return row.getObject(index, OffsetDateTime.class).toInstant();
    }
}
