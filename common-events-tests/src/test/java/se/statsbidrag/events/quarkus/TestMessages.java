package se.statsbidrag.events.quarkus;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What every service has in its package {@code messaging}. */
@ApplicationScoped
class TestMessages {
    private final LogInbox inbox;

    @Inject
    TestMessages(LogInbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("operations")
    @Blocking
    void operations(ConsumerRecords<String, String> batch) {
        inbox.receive("operations", batch);
    }
}
