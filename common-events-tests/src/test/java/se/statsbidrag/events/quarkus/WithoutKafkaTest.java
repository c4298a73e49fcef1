package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.events.inbox.ExampleEvents;
import se.statsbidrag.events.inbox.InboxStore;
import se.statsbidrag.local.test.LocalPartsResource;

/** A service starts and serves while Kafka does not, and outside local mode nobody sets its clock. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = {@ResourceArg(name = "database", value = "alone"), @ResourceArg(name = "kafka", value = "false")},
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = SourcePort.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(
        value = OtherSettings.class,
        initArgs = {
            @ResourceArg(name = "kafka.bootstrap.servers", value = WithoutKafkaTest.NOBODY),
            @ResourceArg(name = "statsbidrag.local.mode", value = "false")
        },
        restrictToAnnotatedClass = true)
@ExtendWith(SignedIn.class)
class WithoutKafkaTest {
    /** Nobody listens there. */
    static final String NOBODY = "127.0.0.1:1";

    @Inject
    SourceServer source;

    @Inject
    InboxStore inbox;

    @Test
    void serviceStartsServesAndFollows() {
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"x\",\"count\":1}")
                .put("/test/v1/things/alone")
                .then()
                .statusCode(201);
        given().queryParam("after", "requisitions:1")
                .queryParam("wait", 10)
                .get("/test/v1/things")
                .then()
                .statusCode(200);
        ExampleEvents.append(source.log(), 3);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> inbox.watermark("operations").position() == 3);
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void thereIsNoClockToSetOutsideLocalMode() {
        assertThat(given().get("/local/clock").statusCode()).isEqualTo(404);
        assertThat(given().contentType(ContentType.JSON)
                        .body("{\"now\":\"2027-01-01T00:00:00Z\"}")
                        .put("/local/clock")
                        .statusCode())
                .isEqualTo(404);
    }
}
