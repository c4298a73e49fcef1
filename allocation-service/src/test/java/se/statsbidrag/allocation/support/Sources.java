package se.statsbidrag.allocation.support;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.BusinessClock;

/** The two services that the plans rest on, and what they send to Kafka. */
@Singleton
@Startup
@Priority(1)
public class Sources {
    private final Source requisitions;
    private final Source operations;
    private final String kafka;

    @Inject
    Sources(
            @ConfigProperty(name = "statsbidrag.sources.requisitions") URI requisitions,
            @ConfigProperty(name = "statsbidrag.sources.operations") URI operations,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
            EventCodec codec,
            BusinessClock clock)
            throws IOException {
        this.requisitions = new Source("requisitions", requisitions, codec, clock);
        this.operations = new Source("operations", operations, codec, clock);
        this.kafka = kafka;
    }

    void stop(@Observes ShutdownEvent event) {
        requisitions.stop();
        operations.stop();
    }

    /** Where Kafka is. */
    public String kafka() {
        return kafka;
    }

    public Source requisitions() {
        return requisitions;
    }

    public Source operations() {
        return operations;
    }

    /** Sends events to their topics, in the order given. */
    public void send(List<RecordedEvent> events) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                kafka,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                StringSerializer.class,
                "max.request.size",
                8 * 1024 * 1024));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
            List<Future<RecordMetadata>> acknowledgements = events.stream()
                    .map(event -> producer.send(
                            new ProducerRecord<>(event.log(), 0, event.stream().value(), EventEnvelope.write(event))))
                    .collect(Collectors.toList());
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
