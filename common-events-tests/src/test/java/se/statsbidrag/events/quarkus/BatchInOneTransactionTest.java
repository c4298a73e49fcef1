package se.statsbidrag.events.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What everything rests on: a Kafka batch is handled in one database transaction, inbox, watermark and what is derived
 * together; a rollback leaves nothing of it, and what it lost can be brought again.
 */
@QuarkusTest
@RunningService
class BatchInOneTransactionTest {
    private static final long LAST = 500;

    @Inject
    DataSource dataSource;

    @Inject
    NumberedBatches batches;

    @Test
    void batchIsOneTransactionAndARollbackLeavesNothing() throws Exception {
        batches.failFromNowOn(true);
        send();
        await().until(batches::hasFailed);
        await().until(() -> batches.sizes().stream().mapToInt(size -> size).sum() >= LAST);
        assertThat(ask("SELECT count(*) FROM number_inbox")).isZero();
        assertThat(ask("SELECT position FROM number_watermark")).isZero();
        assertThat(ask("SELECT total FROM number_sum")).isZero();

        batches.failFromNowOn(false);
        send();
        await().until(() -> ask("SELECT position FROM number_watermark") == LAST);
        assertThat(ask("SELECT count(*) FROM number_inbox")).isEqualTo(LAST);
        assertThat(ask("SELECT total FROM number_sum")).isEqualTo(LAST * (LAST + 1) / 2);
        assertThat(batches.sizes()).as("messages came in batches").anyMatch(size -> size > 1);
    }

    private void send() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "linger.ms",
                50,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                StringSerializer.class);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
            for (Future<?> sent : LongStream.rangeClosed(1, LAST)
                    .mapToObj(number -> producer.send(new ProducerRecord<>("allocations", Long.toString(number))))
                    .toList()) {
                sent.get();
            }
        }
    }

    private long ask(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
