package se.statsbidrag.events.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Receipts in PostgreSQL, in the database of the log, so that one transaction holds both. */
public final class PostgresReceipts implements Receipts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final String OF_KEY = " WHERE client = ? AND method = ? AND path = ? AND key = ?";

    private final DataSource dataSource;
    private final Transactions transactions;

    /** @param dataSource hands out the connection of the transaction that {@code transactions} opened */
    public PostgresReceipts(DataSource dataSource, Transactions transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    @Override
    public Claim claim(ReceiptKey key, String bodyHash) {
        return transactions.inTransaction(() -> Jdbc.with(dataSource, connection -> {
            // The insert waits for a transaction that holds the same key; one that was undone leaves the key free. A
            // row
            // that is purged between the two statements makes it new again.
            while (!insert(connection, key, bodyHash)) {
                Claim claim = find(connection, key, bodyHash);
                if (!(claim instanceof Claim.New)) {
                    return claim;
                }
            }
            return new Claim.New();
        }));
    }

    private static boolean insert(Connection connection, ReceiptKey key, String bodyHash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO receipt (client, method, path, key, body_hash) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            set(insert, 1, key);
            insert.setString(5, bodyHash);
            return insert.executeUpdate() == 1;
        }
    }

    private static Claim find(Connection connection, ReceiptKey key, String bodyHash) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT body_hash, status, answer, headers FROM receipt" + OF_KEY)) {
            set(query, 1, key);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return new Claim.New();
                }
                if (!row.getString(1).equals(bodyHash)) {
                    return new Claim.OtherBody();
                }
                if (row.getObject(2) == null) {
                    throw new IllegalStateException("a command claimed " + key + " and never completed it");
                }
                return new Claim.Repeated(new StoredAnswer(row.getInt(2), row.getString(3), headers(row.getString(4))));
            }
        }
    }

    @Override
    public void complete(ReceiptKey key, StoredAnswer answer) {
        transactions.inTransaction(() -> Jdbc.with(dataSource, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE receipt SET status = ?, answer = ?, headers = ?" + OF_KEY + " AND status IS NULL")) {
                update.setInt(1, answer.status());
                update.setString(2, answer.body());
                update.setString(3, text(answer.headers()));
                set(update, 4, key);
                if (update.executeUpdate() != 1) {
                    throw new IllegalStateException("no open claim of " + key);
                }
                return true;
            }
        }));
    }

    @Override
    public int purge(Duration olderThan) {
        return transactions.inTransaction(() -> Jdbc.with(dataSource, connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM receipt WHERE recorded_at < clock_timestamp() - make_interval(secs => ?)")) {
                delete.setLong(1, olderThan.toSeconds());
                return delete.executeUpdate();
            }
        }));
    }

    private static void set(PreparedStatement statement, int from, ReceiptKey key) throws SQLException {
        statement.setString(from, key.client());
        statement.setString(from + 1, key.method());
        statement.setString(from + 2, key.path());
        statement.setString(from + 3, key.key());
    }

    private static String text(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(headers));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("these headers cannot be written as text: " + headers, e);
        }
    }

    private static Map<String, String> headers(String text) {
        try {
            return JSON.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt's headers cannot be read: " + text, e);
        }
    }
}
