package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.StreamName;

/** The same key and body gets the same answer; nothing is recorded twice. */
@QuarkusTest
@RunningService
class IdempotencyTest {
    @Inject
    EventLog log;

    private static Response put(String thing, String key, int count) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"reason\":\"x\",\"count\":" + count + "}")
                .put("/test/v1/things/" + thing);
    }

    private int recorded(String thing) {
        return log.readStream(new StreamName("thing/" + thing)).size();
    }

    @Test
    void sameKeyAndBodyGetTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        Response first = put("once", key, 1);
        Response again = put("once", key, 1);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(recorded("once")).isEqualTo(1);
    }

    @Test
    void sameKeyAndAnotherBodyAreRefused() {
        String key = UUID.randomUUID().toString();
        put("other", key, 1);
        put("other", key, 2)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("faults[0].field", equalTo("Idempotency-Key"));
        assertThat(recorded("other")).isEqualTo(1);
    }

    @Test
    void keyIsOfOnePathOnly() {
        String key = UUID.randomUUID().toString();
        assertThat(put("path-a", key, 1).statusCode()).isEqualTo(201);
        assertThat(put("path-b", key, 1).statusCode()).isEqualTo(201);
    }

    @Test
    void refusalIsEvaluatedAnew() {
        String key = UUID.randomUUID().toString();
        assertThat(put("refused", key, -1).statusCode()).isEqualTo(422);
        assertThat(put("refused", key, -1).statusCode()).isEqualTo(422);
        assertThat(put("refused", key, 1).statusCode()).isEqualTo(201);
    }

    @Test
    void keyThatNobodyCanKeepIsRefused() {
        assertThat(put("long", "x".repeat(201), 1).statusCode()).isEqualTo(422);
        assertThat(recorded("long")).isZero();
    }

    @Test
    void keyInFlightIsWaitedFor() throws Exception {
        String key = UUID.randomUUID().toString();
        Set<String> answers = new HashSet<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            List<Future<String>> calls = new ArrayList<>();
            IntStream.range(0, 6)
                    .forEach(_ ->
                            calls.add(callers.submit(() -> put("flight", key, 1).asString())));
            for (Future<String> call : calls) {
                answers.add(call.get());
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(recorded("flight")).isEqualTo(1);
    }
}
