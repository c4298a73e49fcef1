package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.inbox.ExampleEvents;

@QuarkusTest
@RunningService
class PositionsTest {
    @Inject
    SourceServer source;

    @Test
    void readerSeesWhatHeWrote() {
        for (int i = 0; i < 20; i++) {
            int position = given().contentType(ContentType.JSON)
                    .body("{\"reason\":\"x\",\"count\":1}")
                    .put("/test/v1/things/seen")
                    .path("position");
            given().queryParam("after", "requisitions:" + position)
                    .queryParam("wait", 10)
                    .get("/test/v1/things")
                    .then()
                    .statusCode(200)
                    .body("", hasItem(position));
        }
    }

    @Test
    void readerWaitsForAnotherServicesLogToo() {
        ExampleEvents.append(source.log(), 3);
        given().queryParam("after", "operations:" + source.log().head().position())
                .queryParam("after", "requisitions:0")
                .queryParam("wait", 10)
                .get("/test/v1/things")
                .then()
                .statusCode(200);
    }

    @Test
    void positionThatDoesNotComeIsAProblemThatSaysHowFarTheyAre() {
        given().queryParam("after", "requisitions:999999999")
                .get("/test/v1/things")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-yet-there"))
                .body("detail", containsString("requisitions:"));
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, 1, after",
        "requisitions, 1, after",
        "requisitions:-1, 1, after",
        "requisitions:x, 1, after",
        "elsewhere:1, 1, after",
        "requisitions:0, 11, wait",
        "requisitions:0, -1, wait"
    })
    void whatIsNoPositionIsNamed(String after, int wait, String field) {
        given().queryParam("after", after)
                .queryParam("wait", wait)
                .get("/test/v1/things")
                .then()
                .statusCode(422)
                .body("faults[0].field", equalTo(field));
    }
}
