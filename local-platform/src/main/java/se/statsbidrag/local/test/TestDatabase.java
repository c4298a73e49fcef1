package se.statsbidrag.local.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database of a test.
 *
 * @param jdbcUrl its address
 * @param username the role that owns it
 * @param password empty: connections from this machine need none
 */
public record TestDatabase(String jdbcUrl, String username, String password) {

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
