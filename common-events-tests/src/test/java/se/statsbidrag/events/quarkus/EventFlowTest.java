package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.inbox.ExampleEvents;
import se.statsbidrag.events.inbox.InboxStore;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;

/** A source's events reach this service's read model once and in order, whatever becomes of Kafka. All parts are real. */
@QuarkusTest
@RunningService
class EventFlowTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    SourceServer source;

    @Inject
    EventLog own;

    @Inject
    Tally tally;

    @Inject
    InboxStore inbox;

    private TestSenders kafka;

    @BeforeEach
    void connect() {
        kafka = new TestSenders(bootstrapServers());
        source.silent(false);
    }

    private void awaitAllTakenIn(String log, long head) {
        await().atMost(SOON).until(() -> inbox.watermark(log).position() == head);
        assertThat(tally.positions(log))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, head).boxed().toList());
    }

    @Test
    void messagesAreTakenInOnceAndInOrder() {
        List<RecordedEvent> events = ExampleEvents.append(source.log(), 40);
        kafka.sender().send(events);
        kafka.sender().send(events.reversed());
        awaitAllTakenIn("operations", source.log().head().position());
    }

    @Test
    void messagesAloneAreEnoughWhileTheSourceIsSilent() {
        awaitAllTakenIn("operations", source.log().head().position());
        source.silent(true);
        kafka.sender().send(ExampleEvents.append(source.log(), 5));
        awaitAllTakenIn("operations", source.log().head().position());
        given().get("/q/health/ready").then().statusCode(200);
        source.silent(false);
    }

    @Test
    void gapAndLostLastEventAreFoundAtTheSource() {
        List<RecordedEvent> events = ExampleEvents.append(source.log(), 30);
        kafka.sender().send(events.subList(20, 21));
        awaitAllTakenIn("operations", source.log().head().position());
    }

    @Test
    void failingReadModelMakesTheServiceUnreadyUntilItIsWhole() {
        tally.failNext(2);
        ExampleEvents.append(source.log(), 3);
        awaitAllTakenIn("operations", source.log().head().position());
        await().atMost(SOON).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void ownEventsReachTheReadModelWithoutKafka() {
        ExampleEvents.append(own, 3);
        awaitAllTakenIn("requisitions", own.head().position());
    }

    @Test
    void wipedKafkaChangesNothing() throws Exception {
        kafka.sender().send(ExampleEvents.append(source.log(), 20));
        awaitAllTakenIn("operations", source.log().head().position());

        loseEverySentMessage();
        List<RecordedEvent> unsent = ExampleEvents.append(source.log(), 3);
        awaitAllTakenIn("operations", source.log().head().position());

        kafka.sender().send(unsent);
        kafka.sender().send(ExampleEvents.append(source.log(), 5));
        awaitAllTakenIn("operations", source.log().head().position());
        given().get("/q/health/ready").then().statusCode(200);
    }

    /** As after the loss of Kafka's disk: the topic is there, empty, and its offsets begin anew. */
    private static void loseEverySentMessage() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.deleteTopics(List.of("operations")).all().get();
            await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains("operations"));
            NewTopic anew = new NewTopic("operations", 1, (short) 1);
            await().atMost(SOON).ignoreExceptions().until(() -> {
                admin.createTopics(List.of(anew)).all().get();
                return true;
            });
        }
    }

    private static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    @Test
    void feedGivesTheLogInPages() {
        ExampleEvents.append(own, 3);
        long head = own.head().position();
        given().get("/internal/log/head")
                .then()
                .statusCode(200)
                .body("log", org.hamcrest.Matchers.equalTo("requisitions"));
        given().queryParam("after", head - 3)
                .queryParam("limit", 2)
                .get("/internal/log/events")
                .then()
                .statusCode(200)
                .body("position", hasItem((int) head - 2))
                .body("size()", org.hamcrest.Matchers.equalTo(2));
        given().queryParam("instant", "2099-01-01T00:00:00Z")
                .post("/internal/log/seal")
                .then()
                .statusCode(422);
        given().queryParam("instant", "soon").post("/internal/log/seal").then().statusCode(400);
    }
}
