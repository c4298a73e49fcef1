package se.statsbidrag.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.Sources;

/** Each new plan is published on the compacted topic, as it is shown (architecture: truth 11). */
@QuarkusTest
@AllocationService
class Truth11EachNewPlanIsPublishedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Sources sources;

    @Test
    void everyNewPlanIsPublishedAsItIsShown() throws Exception {
        GrantYear year =
                new GrantYear(sources, "published", 2027).definitionInForce().approved("01");
        PlanReader reader = new PlanReader("published");
        reader.plan(year.after());
        JsonNode document = JSON.readTree(reader.get("/plan").extract().asString());

        try (KafkaConsumer<String, String> consumer = consumer()) {
            TopicPartition plans = new TopicPartition("plans", 0);
            consumer.assign(List.of(plans));
            consumer.seekToBeginning(List.of(plans));
            Map<String, String> latest = new HashMap<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    latest.put(record.key(), record.value());
                }
                return latest.containsKey("published")
                        && JSON.readTree(latest.get("published")).get("number").equals(document.get("number"));
            });
            JsonNode published = JSON.readTree(latest.get("published"));
            assertThat(published.get("digest")).isEqualTo(document.get("digest"));
            assertThat(published.get("recipients")).isEqualTo(document.get("recipients"));
            assertThat(published.get("pots")).isEqualTo(document.get("pots"));
            assertThat(published.fieldNames()).toIterable().containsExactlyElementsOf(document::fieldNames);
        }
    }

    @Test
    void theDocumentsHoldTheFieldsOfTheContract() {
        GrantYear year = new GrantYear(sources, "contract", 2027).definitionInForce();

        Map<String, Object> plan = new PlanReader("contract")
                .planAfter(year.after())
                .extract()
                .jsonPath()
                .getMap("");
        assertThat(plan.keySet())
                .containsExactly(
                        "programme",
                        "programmeVersion",
                        "definitionHash",
                        "status",
                        "computedAt",
                        "digest",
                        "number",
                        "basis",
                        "pots",
                        "recipients",
                        "ties",
                        "syntheticTables");
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/allocation/v1/programmes/{programme}/plan"));
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                sources.kafka(),
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class));
    }
}
