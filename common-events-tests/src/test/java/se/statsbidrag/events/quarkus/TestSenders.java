package se.statsbidrag.events.quarkus;

import java.util.Map;
import se.statsbidrag.events.relay.EventSender;

/** The sender that runs in the services, for tests that run without the framework. */
public final class TestSenders implements AutoCloseable {
    private final KafkaEventSender sender;

    public TestSenders(String bootstrapServers) {
        sender = new KafkaEventSender(Map.of("bootstrap.servers", bootstrapServers));
    }

    public EventSender sender() {
        return sender;
    }

    @Override
    public void close() {
        sender.close();
    }
}
