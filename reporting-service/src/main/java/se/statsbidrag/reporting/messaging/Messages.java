package se.statsbidrag.reporting.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import se.statsbidrag.events.quarkus.LogInbox;
import se.statsbidrag.reporting.read.PlanStore;

/** Hands on what Kafka brings. */
@ApplicationScoped
public class Messages {
    private static final Logger LOGGER = Logger.getLogger(Messages.class);

    private final LogInbox inbox;
    private final PlanStore plans;

    Messages(LogInbox inbox, PlanStore plans) {
        this.inbox = inbox;
        this.plans = plans;
    }

    @Incoming("requisitions")
    @Blocking
    public void requisitions(ConsumerRecords<String, String> batch) {
        inbox.receive("requisitions", batch);
    }

    @Incoming("allocations")
    @Blocking
    public void allocations(ConsumerRecords<String, String> batch) {
        inbox.receive("allocations", batch);
    }

    /** A plan that cannot be taken in is left to {@link PlanReader}, which asks again. */
    @Incoming("plans")
    @Blocking
    public void plans(ConsumerRecords<String, String> batch) {
        for (ConsumerRecord<String, String> each : batch) {
            if (each.value() == null) {
                continue;
            }
            try {
                plans.take(each.value());
            } catch (RuntimeException e) {
                LOGGER.warnf("A plan of %s was not taken in: %s", each.key(), e.getMessage());
            }
        }
    }
}
