package se.statsbidrag.reporting.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;

/** The service as its callers meet it. */
public final class Service {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private Service() {}

    /** Waits until the definitions in force are read, as {@code /q/health/ready} says. */
    public static void awaitReady() {
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    public static void setClock(String now) {
        given().contentType("application/json")
                .body("{\"now\": \"" + now + "\"}")
                .put("/local/clock")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse putCsv(String reporter, String month, String cells) {
        return given().contentType("text/csv")
                .body("homeRegion,performedIn,provider,procedure,count\n" + cells)
                .put("/reporting/v1/deliveries/" + reporter + "/" + month)
                .then();
    }

    public static ValidatableResponse postCsv(String rows) {
        return given().contentType("text/csv")
                .body("reporter,month,homeRegion,performedIn,provider,procedure,count\n" + rows)
                .post("/reporting/v1/deliveries")
                .then();
    }

    /** How many events the service's log holds. */
    public static long recorded() {
        return given().get("/internal/log/head").jsonPath().getLong("position");
    }
}
