package se.statsbidrag.reporting.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.statsbidrag.reporting.support.ReportingParts;

/** What Digg's REST API profile demands of this service's own part of the description. */
@QuarkusTest
@WithTestResource(value = ReportingParts.class, scope = TestResourceScope.MATCHING_RESOURCES)
class OpenApiTest {

    @Test
    void everyBodyHasAnExample() throws IOException {
        JsonNode api = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString());

        List<JsonNode> bodies = api.get("paths").findValues("content");

        assertThat(bodies).hasSizeGreaterThan(20);
        assertThat(bodies.stream()
                        .flatMap(content -> content.properties().stream())
                        .filter(type -> !type.getValue().has("example")
                                && !type.getValue().has("examples"))
                        .map(Map.Entry::toString))
                .as("bodies without example (DOK.15)")
                .isEmpty();
    }
}
