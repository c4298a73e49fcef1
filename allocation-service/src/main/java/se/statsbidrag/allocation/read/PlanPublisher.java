package se.statsbidrag.allocation.read;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes each new plan on the compacted topic {@code plans}: key programme, value the document of {@code GET …/plan}.
 * At least once, after the commit, never inside a transaction; of plans that follow each other quickly only the last.
 * While Kafka is away nothing else is disturbed, and the plan is sent when it is back.
 */
@ApplicationScoped
public class PlanPublisher {
    static final String TOPIC = "plans";

    private static final Logger LOGGER = Logger.getLogger(PlanPublisher.class.getName());
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("plan-publisher").daemon().factory());
    private @Nullable KafkaProducer<String, String> producer;
    private boolean failing;

    /** A plan that Kafka has not got yet. */
    private record Unpublished(String programme, long number, String document) {}

    @Inject
    PlanPublisher(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    }

    void start(@Observes StartupEvent started) {
        long every = AT_LEAST_EVERY.toMillis();
        var _ = worker.scheduleWithFixedDelay(this::publishAll, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.shutdownNow();
        worker.close();
        closeProducer();
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlansChanged changed) {
        if (nudged.compareAndSet(false, true) && !worker.isShutdown()) {
            worker.execute(this::publishAll);
        }
    }

    private void publishAll() {
        nudged.set(false);
        try {
            for (Unpublished plan : QuarkusTransaction.requiringNew().call(PlanPublisher::unpublished)) {
                producer()
                        .send(new ProducerRecord<>(TOPIC, plan.programme(), plan.document()))
                        .get();
                QuarkusTransaction.requiringNew().run(() -> markPublished(plan));
            }
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | KafkaException e) {
            closeProducer();
            complain("Kafka does not take the plans; they are sent when it is back: " + e.getMessage());
        } catch (RuntimeException e) {
            complain("The plans could not be published; it is tried again: " + e);
        }
    }

    private static List<Unpublished> unpublished() {
        return StoredPlan.<StoredPlan>list("body is not null and number > publishedNumber").stream()
                .flatMap(row -> Plans.entry(row) instanceof Plans.Entry.Shown(PlanDocument plan)
                        ? List.of(new Unpublished(row.programme, row.number, Plans.json(plan))).stream()
                        : List.<Unpublished>of().stream())
                .toList();
    }

    private static void markPublished(Unpublished plan) {
        StoredPlan.update(
                "publishedNumber = ?1 where programme = ?2 and publishedNumber < ?1", plan.number(), plan.programme());
    }

    private KafkaProducer<String, String> producer() {
        KafkaProducer<String, String> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(settings);
            producer = open;
        }
        return open;
    }

    private void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /** Once, not every two seconds. */
    private void complain(String what) {
        LOGGER.log(failing ? Level.FINE : Level.WARNING, what);
        failing = true;
    }
}
