package se.statsbidrag.events.quarkus;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The smallest consumer that stores a batch, moves a watermark and derives a sum in one transaction. */
@ApplicationScoped
class NumberedBatches {
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();

    @Inject
    DataSource dataSource;

    List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    void failFromNowOn(boolean fails) {
        failing.set(fails);
    }

    boolean hasFailed() {
        return failed.get();
    }

    @Incoming("numbers")
    @Blocking
    @Transactional
    void take(ConsumerRecords<String, String> records) throws SQLException {
        sizes.add(records.count());
        try (Connection connection = dataSource.getConnection()) {
            long watermark = lockWatermark(connection);
            long sum = 0;
            for (ConsumerRecord<String, String> record : records) {
                long number = Long.parseLong(record.value());
                if (number != watermark + 1) {
                    continue;
                }
                execute(connection, "INSERT INTO number_inbox VALUES (?)", number);
                sum += number;
                watermark = number;
            }
            execute(connection, "UPDATE number_watermark SET position = ?", watermark);
            execute(connection, "UPDATE number_sum SET total = total + ?", sum);
        }
        if (failing.get()) {
            failed.set(true);
            throw new IllegalStateException("the projection failed after everything was written");
        }
    }

    private static long lockWatermark(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT position FROM number_watermark FOR UPDATE");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql, long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.executeUpdate();
        }
    }
}
