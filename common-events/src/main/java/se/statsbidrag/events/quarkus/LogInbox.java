package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.RecordedEvent;

/** Takes in what Kafka brings of other services' logs. */
@ApplicationScoped
public class LogInbox {
    private static final Logger LOGGER = Logger.getLogger(LogInbox.class);

    private final Followers followers;

    @Inject
    LogInbox(Followers followers) {
        this.followers = followers;
    }

    /**
     * Takes a batch of a log in. Does not throw for anything that the batch holds: what does not fit is dropped, or asked
     * for at the source.
     *
     * @param log one of those that this service follows
     */
    public void receive(String log, ConsumerRecords<String, String> batch) {
        List<RecordedEvent> events = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, String> message : batch) {
            try {
                events.add(EventEnvelope.read(message.value()));
            } catch (IllegalArgumentException e) {
                LOGGER.warnf("Message %d of topic %s is no event; it is left out", message.offset(), message.topic());
            }
        }
        followers.receive(log, events);
    }

    /** As by message, for events at hand. */
    public void receive(String log, List<RecordedEvent> events) {
        followers.receive(log, events);
    }
}
