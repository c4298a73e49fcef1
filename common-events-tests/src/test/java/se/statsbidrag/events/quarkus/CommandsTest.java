package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamName;

@QuarkusTest
@RunningService
class CommandsTest {
    @Inject
    EventLog log;

    private static RequestSpecification body(String json) {
        return given().contentType(ContentType.JSON).body(json);
    }

    private List<RecordedEvent> stream(String thing) {
        return log.readStream(new StreamName("thing/" + thing));
    }

    @Test
    void anAnswerHoldsLogPositionAndVersion() {
        long position = log.head().position();
        body("{\"reason\":\"because\",\"count\":1}")
                .put("/test/v1/things/a1")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("log", equalTo("requisitions"))
                .body("position", equalTo((int) position + 1))
                .body("receivedAt", notNullValue());
        assertThat(stream("a1")).hasSize(1);
    }

    @Test
    void traceIsContinuedReturnedAndRecorded() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        body("{\"reason\":\"because\",\"count\":1}")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .put("/test/v1/things/a2")
                .then()
                .statusCode(201)
                .header("traceparent", matchesPattern("00-" + trace + "-(?!00f067aa0ba902b7)[0-9a-f]{16}-01"));
        assertThat(stream("a2").getFirst().trace()).isEqualTo(trace);
    }

    @Test
    void refusalLeavesNothing() {
        body("{\"reason\":\"because\",\"count\":-1}")
                .put("/test/v1/things/a3")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("faults[0].field", equalTo("count"));
        assertThat(stream("a3")).isEmpty();
    }

    @Test
    void staleIfMatchIsRefused() {
        body("{\"reason\":\"one\",\"count\":1}")
                .put("/test/v1/things/a4")
                .then()
                .statusCode(201);
        body("{\"reason\":\"two\",\"count\":1}")
                .header("If-Match", "\"1\"")
                .put("/test/v1/things/a4")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        body("{\"reason\":\"three\",\"count\":1}")
                .header("If-Match", "\"1\"")
                .put("/test/v1/things/a4")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        assertThat(stream("a4")).hasSize(2);
    }
}
