package se.statsbidrag.requisition.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Digg's REST API profile demands of this service's own part of the description. */
@QuarkusTest
@RunningService
class OpenApiTest {

    @Test
    void everyOperationIsDescribedAndEveryBodyHasAnExample() throws IOException {
        JsonNode api = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString());
        List<String> missing = new ArrayList<>();

        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            assertThat(path.getKey()).startsWith("/requisition/v1/");
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey() + " " + path.getKey();
                if (operation.getValue().path("description").asText().isBlank()) {
                    missing.add(name + ": description (DOK.19)");
                }
                examples(name + " request", operation.getValue().path("requestBody"), missing);
                for (Map.Entry<String, JsonNode> response :
                        operation.getValue().path("responses").properties()) {
                    if (response.getValue().path("description").asText().isBlank()) {
                        missing.add(name + " " + response.getKey() + ": description (DOK.20)");
                    }
                    examples(name + " " + response.getKey(), response.getValue(), missing);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static void examples(String where, JsonNode body, List<String> missing) {
        for (Map.Entry<String, JsonNode> type : body.path("content").properties()) {
            if (!type.getValue().has("example") && !type.getValue().has("examples")) {
                missing.add(where + " " + type.getKey() + ": example (DOK.15)");
            }
        }
    }
}
