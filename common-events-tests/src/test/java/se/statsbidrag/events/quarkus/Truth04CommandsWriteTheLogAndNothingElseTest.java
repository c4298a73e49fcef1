package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Jdbc;
import se.statsbidrag.events.log.StreamName;

@QuarkusTest
@RunningService
class Truth04CommandsWriteTheLogAndNothingElseTest {
    @Inject
    DataSource dataSource;

    @Inject
    EventLog log;

    @Inject
    Tally tally;

    private static Response put(String thing) {
        return given().contentType(ContentType.JSON)
                .body("{\"reason\":\"x\",\"count\":1}")
                .put("/test/v1/things/" + thing);
    }

    /** Rows of every table that a command's own transaction could have written. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table :
                List.of("log_event", "log_head", "local_clock", "receipt", "tally", "relay_state", "inbox_event")) {
            rows.put(table, Jdbc.with(dataSource, connection -> {
                try (var result = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
                    result.next();
                    return result.getLong(1);
                }
            }));
        }
        return rows;
    }

    @Test
    void commandSucceedsAlthoughTheReadModelFails() {
        await().until(() -> tally.positions("requisitions").size() == log.head().position());
        Map<String, Long> before = rows();
        tally.failNext(1);
        Response answer = put("alone");
        assertThat(answer.statusCode()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        tally.positions("requisitions").size() == log.head().position());
        Map<String, Long> after = rows();
        assertThat(after.getOrDefault("log_event", 0L)).isEqualTo(before.getOrDefault("log_event", 0L) + 1);
        for (String table : List.of("log_head", "local_clock", "receipt", "inbox_event")) {
            assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
        }
    }

    @Test
    void writersOfOneThingAreAllServedWithoutIfMatch() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
            List<Future<Integer>> answers = new ArrayList<>();
            IntStream.range(0, 24)
                    .forEach(_ ->
                            answers.add(writers.submit(() -> put("contended").statusCode())));
            int served = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 201, 503);
                served += answer.get() == 503 ? 0 : 1;
            }
            assertThat(log.readStream(new StreamName("thing/contended"))).hasSize(served);
            assertThat(served).isGreaterThanOrEqualTo(12);
        }
    }
}
