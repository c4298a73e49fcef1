package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.log.EventLog;

/** Whatever is wrong with a request is answered with a problem document that names it; nothing is recorded. */
@QuarkusTest
@RunningService
class ProblemsTest {
    @Inject
    EventLog log;

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        String body = response.statusCode(status)
                .contentType("application/problem+json")
                .header("traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"))
                .body("status", equalTo(status))
                .body("type", matchesPattern("/problems/[a-z-]+"))
                .extract()
                .asString();
        assertThat(body).contains("\"title\"", "\"detail\"", "\"instance\"");
        assertThat(body).doesNotContain("se.statsbidrag", "java.", "Exception", "\tat ", "jackson");
        return response;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"reason":                                  | 400 |
            nonsense                                    | 400 |
            `                                           `| 400 |
            {"reason":"x","reason":"y","count":1}       | 400 |
            {"reason":"x","count":1} {}                 | 400 |
            []                                          | 422 |
            null                                        | 422 |
            {"reason":"x","count":"5"}                  | 422 | count
            {"reason":"x","count":5.0}                  | 422 | count
            {"reason":"x","count":5.5}                  | 422 | count
            {"reason":"x","count":null}                 | 422 | count
            {"reason":"x","count":true}                 | 422 | count
            {"reason":"x","count":99999999999}          | 422 | count
            {"reason":"x"}                              | 422 | count
            {"count":1}                                 | 422 | reason
            {"reason":null,"count":1}                   | 422 | reason
            {"reason":5,"count":1}                      | 422 | reason
            {"reason":"x","count":1,"colour":"red"}     | 422 | colour
            {"reason":"x","count":-1}                   | 422 | count
            """)
    void badBodyIsNamed(String body, int status, String field) {
        long before = log.head().position();
        ValidatableResponse response = given().contentType("application/json")
                .body(body.strip())
                .put("/test/v1/things/bad")
                .then();
        problem(response, status);
        if (field != null) {
            response.body("faults[0].field", equalTo(field));
        }
        assertThat(log.head().position()).isEqualTo(before);
    }

    @Test
    void optionalFieldMayBeLeftOutOrNull() {
        for (String note : new String[] {"", ",\"note\":null", ",\"note\":\"n\""}) {
            given().contentType("application/json")
                    .body("{\"reason\":\"x\",\"count\":1" + note + "}")
                    .put("/test/v1/things/optional")
                    .then()
                    .statusCode(matching2xx());
        }
    }

    private static org.hamcrest.Matcher<Integer> matching2xx() {
        return org.hamcrest.Matchers.both(org.hamcrest.Matchers.greaterThanOrEqualTo(200))
                .and(org.hamcrest.Matchers.lessThan(300));
    }

    @Test
    void otherMediaTypeIsRefused() {
        problem(
                given().contentType("text/plain")
                        .body("x")
                        .put("/test/v1/things/bad")
                        .then(),
                415);
    }

    @Test
    void unknownAddressIsRefused() {
        problem(given().get("/test/v1/nothing/here").then(), 404);
        problem(given().get("/nothing").then(), 404);
    }

    @Test
    void unknownMethodIsRefusedAndTheKnownOnesAreNamed() {
        problem(given().delete("/test/v1/things/a").then(), 405).header("Allow", "OPTIONS, PUT");
    }

    @Test
    void faultOfOursTellsNothing() {
        problem(given().get("/test/v1/things/fault").then(), 500);
    }

    @Test
    void unreadableParameterIsRefused() {
        ValidatableResponse response =
                given().get("/test/v1/things?wait=soon&after=requisitions:1").then();
        assertThat(response.extract().statusCode()).isIn(400, 404, 422);
        response.contentType("application/problem+json");
    }

    @Test
    void bodyOf50MegabytesIsRefused() throws Exception {
        byte[] bytes = new byte[50 * 1024 * 1024];
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest announced = request(HttpRequest.BodyPublishers.ofByteArray(bytes));
            assertTooLarge(client.send(announced, HttpResponse.BodyHandlers.ofString()));
            HttpRequest streamed =
                    request(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
            assertTooLarge(client.send(streamed, HttpResponse.BodyHandlers.ofString()));
        }
    }

    private HttpRequest request(HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/test/v1/things/big"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .header("Authorization", SignedIn.as("officer-1"))
                .PUT(body)
                .build();
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("/problems/too-large");
    }

    @Test
    void ofManyFaultsTheFirstHundredAreNamedAndTheRestCounted() {
        Problem problem = Problems.invalid(IntStream.rangeClosed(1, 250)
                        .mapToObj(row -> new Fault((long) row, "count", "-1", "It is negative", "Send 0 or more"))
                        .collect(Collectors.toList()))
                .problem();
        assertThat(problem.faults()).hasSize(100);
        assertThat(problem.further()).isEqualTo(150);
    }

    @Test
    void textThatIsNoUtf8IsRefused() {
        problem(
                given().contentType("application/json")
                        .body("{\"reason\":\"å\",\"count\":1}".getBytes(StandardCharsets.ISO_8859_1))
                        .put("/test/v1/things/bad")
                        .then(),
                400);
    }
}
