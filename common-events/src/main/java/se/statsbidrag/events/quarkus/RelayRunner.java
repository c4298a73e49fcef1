package se.statsbidrag.events.quarkus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.relay.NotSent;
import se.statsbidrag.events.relay.PostgresRelayState;
import se.statsbidrag.events.relay.Relay;

/** Runs the relay: after each append, and every second. */
@Singleton
class RelayRunner {
    private static final Logger LOGGER = Logger.getLogger(RelayRunner.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final KafkaEventSender sender;
    private final Relay relay;
    private final Worker worker;
    private volatile @Nullable String fault;

    @Inject
    RelayRunner(EventLog log, DataSource dataSource, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        Map<String, Object> known = new HashMap<>(kafka);
        known.keySet().retainAll(ProducerConfig.configNames());
        this.sender = new KafkaEventSender(known);
        this.relay = new Relay(
                log,
                new PostgresRelayState(log.name(), dataSource),
                sender,
                UUID.randomUUID().toString(),
                LEASE);
        this.worker = new Worker("relay-" + log.name(), EVERY, this::turn);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
        relay.release();
        sender.close();
    }

    void nudge() {
        worker.nudge();
    }

    /** Why the last turn did not send all; null when it did. */
    @Nullable String fault() {
        return fault;
    }

    private void turn() {
        try {
            relay.sendAll();
            fault = null;
        } catch (NotSent e) {
            if (fault == null) {
                LOGGER.warn(e.getMessage());
            }
            fault = e.getMessage();
        }
    }
}
