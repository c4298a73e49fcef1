package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint that does not say who may call it is for nobody. */
@QuarkusTest
@RunningService
class DeniedByDefaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"officer-1", "auditor-1", "operator-1", "allocation-service"})
    void whatDoesNotSayWhoMayCallItIsForbiddenToEveryRole(String clientId) {
        given().header("Authorization", SignedIn.as(clientId))
                .get("/test/v1/forgotten")
                .then()
                .statusCode(403)
                .body(not(containsString("seen")));
    }

    @Test
    void andToWhoShowsNoToken() {
        given().noFilters().get("/test/v1/forgotten").then().statusCode(401);
    }
}
