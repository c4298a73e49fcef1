package se.statsbidrag.requisition.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import se.statsbidrag.events.quarkus.LogInbox;

/** The reporting service's log, which carries the marks of the deadlines that it owns. */
@ApplicationScoped
public class FollowedLogs {
    private final LogInbox inbox;

    @Inject
    public FollowedLogs(LogInbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("operations")
    @Blocking
    void operations(ConsumerRecords<String, String> batch) {
        inbox.receive("operations", batch);
    }
}
