package se.statsbidrag.events.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.inbox.ExampleEvents;
import se.statsbidrag.events.inbox.FlowDatabase;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.TestSenders;
import se.statsbidrag.local.test.TestParts;

/** Everything in the log reaches Kafka, in order, whatever happens to who sends it; at worst twice. */
class Truth05TheLogIsTheOutboxTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final FlowDatabase database = FlowDatabase.fresh();
    private final String topic = "log" + UUID.randomUUID().toString().replace("-", "");
    private final EventLog log = database.log(topic);
    private final RelayState state = new PostgresRelayState(topic, database.dataSource());
    private final TestSenders kafka = new TestSenders(TestParts.shared().kafka().bootstrapServers());

    @BeforeEach
    void createTopic() throws Exception {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", TestParts.shared().kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    private Relay relay(String owner, EventSender sender, Duration lease) {
        return new Relay(log, state, sender, owner, lease);
    }

    /** Everything that the topic holds now. */
    private List<RecordedEvent> sent() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestParts.shared().kafka().bootstrapServers(),
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", StringDeserializer.class);
        List<RecordedEvent> sent = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> sent.add(EventEnvelope.read(message.value())));
            }
        }
        return sent;
    }

    @Test
    void everythingIsSentInOrderByteForByteAndOnce() {
        List<RecordedEvent> events = ExampleEvents.append(log, 450);
        Relay relay = relay("a", kafka.sender(), LONG);
        assertThat(relay.sendAll()).isEqualTo(450);
        assertThat(relay.sendAll()).isZero();
        assertThat(sent()).isEqualTo(events);
    }

    @Test
    void whatIsNotCommittedIsNotSent() {
        Relay relay = relay("a", kafka.sender(), LONG);
        assertThatThrownBy(() -> database.transactions().inTransaction(() -> {
                    ExampleEvents.append(log, 1);
                    throw new IllegalArgumentException("undone");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(relay.sendAll()).isZero();
        assertThat(sent()).isEmpty();
    }

    @Test
    void crashBetweenSendingAndCheckpointOnlyCausesDuplicates() {
        ExampleEvents.append(log, 3);
        Relay crashing = relay(
                "crashed",
                events -> {
                    kafka.sender().send(events);
                    throw new IllegalStateException("killed before the checkpoint moved");
                },
                SHORT);
        assertThatThrownBy(crashing::sendAll).hasMessageStartingWith("killed");
        Relay next = relay("next", kafka.sender(), LONG);
        await().until(() -> next.sendAll() == 3);
        assertThat(sent()).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    }

    @Test
    void zombieCanOnlyCauseDuplicates() throws Exception {
        ExampleEvents.append(log, 2);
        Phaser asleep = new Phaser(2);
        Relay zombie = relay(
                "zombie",
                events -> {
                    asleep.arriveAndAwaitAdvance();
                    asleep.arriveAndAwaitAdvance();
                    kafka.sender().send(events);
                },
                SHORT);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Integer> late = other.submit(zombie::sendAll);
            asleep.arriveAndAwaitAdvance();
            Relay living = relay("living", kafka.sender(), LONG);
            await().until(() -> living.sendAll() == 2);
            ExampleEvents.append(log, 3);
            assertThat(living.sendAll()).isEqualTo(3);
            asleep.arriveAndAwaitAdvance();
            late.get();
            assertThat(living.sendAll()).as("the zombie moved no checkpoint").isZero();
        }
        assertThat(sent()).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L, 4L, 5L, 1L, 2L);
    }

    @Test
    void onlyOneHoldsTheLease() {
        ExampleEvents.append(log, 2);
        Relay first = relay("first", kafka.sender(), LONG);
        Relay second = relay("second", kafka.sender(), LONG);
        assertThat(first.sendAll()).isEqualTo(2);
        ExampleEvents.append(log, 1);
        assertThat(second.sendAll()).isZero();
        first.release();
        await().until(() -> second.sendAll() == 1);
    }

    @Test
    void kafkaThatIsDownLosesNothing() {
        ExampleEvents.append(log, 2);
        try (TestSenders nowhere = new TestSenders("127.0.0.1:1")) {
            Relay relay = relay("a", nowhere.sender(), LONG);
            assertThatThrownBy(relay::sendAll).isInstanceOf(NotSent.class);
        }
        assertThat(relay("a", kafka.sender(), LONG).sendAll()).isEqualTo(2);
        assertThat(sent())
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2).boxed().toList());
    }
}
