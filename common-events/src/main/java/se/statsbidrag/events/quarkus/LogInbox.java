package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Takes in what Kafka brings of other services' logs. */
@ApplicationScoped
public class LogInbox {

    /** Takes a batch of a log in. Never throws: what does not fit is dropped, or asked for at the source. */
    public void receive(String log, ConsumerRecords<String, String> batch) {
        throw new UnsupportedOperationException("follows shortly");
    }
}
