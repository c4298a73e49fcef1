package se.statsbidrag.allocation.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.statsbidrag.events.quarkus.LogInbox;

/** The other services' logs as Kafka brings them. */
@ApplicationScoped
public class LogMessages {
    private final LogInbox inbox;

    @Inject
    LogMessages(LogInbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("requisitions")
    @Blocking
    void requisitions(ConsumerRecords<String, String> batch) {
        inbox.receive("requisitions", batch);
    }

    @Incoming("operations")
    @Blocking
    void operations(ConsumerRecords<String, String> batch) {
        inbox.receive("operations", batch);
    }
}
