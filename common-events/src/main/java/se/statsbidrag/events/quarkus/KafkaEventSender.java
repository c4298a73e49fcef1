package se.statsbidrag.events.quarkus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.relay.EventSender;
import se.statsbidrag.events.relay.NotSent;

/**
 * Sends to the topic that bears the log's name, in its one partition, acknowledged by all replicas. The plain producer
 * rather than a messaging channel: the relay must know of each acknowledgement before it moves its checkpoint.
 */
final class KafkaEventSender implements EventSender, AutoCloseable {
    private static final int LARGEST_REQUEST = 8 * 1024 * 1024;

    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, String> producer;

    /** @param common how to reach Kafka */
    KafkaEventSender(Map<String, Object> common) {
        settings = new HashMap<>(common);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    }

    @Override
    public synchronized void send(List<RecordedEvent> events) {
        try {
            KafkaProducer<String, String> open = open();
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(events.size());
            for (RecordedEvent event : events) {
                acknowledgements.add(open.send(
                        new ProducerRecord<>(event.log(), 0, event.stream().value(), EventEnvelope.write(event))));
            }
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException | KafkaException e) {
            close();
            throw new NotSent("Kafka did not take the events: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new NotSent("Interrupted while sending");
        }
    }

    private KafkaProducer<String, String> open() {
        KafkaProducer<String, String> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(settings);
            producer = open;
        }
        return open;
    }

    /** What is under way is given up; the next send begins anew. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
