package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the OpenAPI documents of all services have in common, as Digg's REST API profile asks (SKALL). */
@QuarkusTest
@RunningService
class OpenApiTest {
    private static JsonPath document() {
        return given().accept("application/json").get("/q/openapi?format=json").jsonPath();
    }

    @Test
    void infoIsComplete() {
        JsonPath api = document();
        for (String field : List.of(
                "title",
                "version",
                "description",
                "termsOfService",
                "contact.name",
                "contact.url",
                "contact.email",
                "license.name",
                "license.url",
                "x-sla",
                "x-limitations")) {
            assertThat(api.<Object>get("info." + (field.startsWith("x-") ? "'" + field + "'" : field)))
                    .as(field)
                    .isNotNull();
        }
    }

    @Test
    void everyOperationTakesTraceparentAndDescribesItsProblems() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");
        assertThat(paths).containsKey("/test/v1/api-info");
        assertThat(paths.keySet()).noneMatch(path -> path.startsWith("/internal") || path.startsWith("/local"));
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            String what = method + " " + path;
            assertThat(String.valueOf(operation.get("parameters"))).as(what).contains("traceparent");
            Map<?, ?> responses = (Map<?, ?>) operation.getOrDefault("responses", Map.of());
            assertThat(responses.containsKey("400")).as(what).isTrue();
            responses.forEach((status, response) -> {
                assertThat(((Map<?, ?>) response).get("description"))
                        .as(what + status)
                        .isNotNull();
                if (String.valueOf(status).startsWith("4")
                        || String.valueOf(status).startsWith("5")) {
                    assertThat(String.valueOf(response))
                            .as(what + status)
                            .contains("application/problem+json", "example");
                }
            });
        }));
    }

    @Test
    void examplesComeFromFiles() {
        Map<String, Object> put = document().getMap("paths.'/test/v1/things/{thing}'.put");
        assertThat(String.valueOf(put.get("requestBody"))).contains("an example from a file");
    }

    @Test
    void apiInfoIsUnderTheBase() {
        given().get("/test/v1/api-info").then().statusCode(200).body("apiStatus", equalTo("active"));
        given().get("/other/v1/api-info").then().statusCode(404);
    }
}
