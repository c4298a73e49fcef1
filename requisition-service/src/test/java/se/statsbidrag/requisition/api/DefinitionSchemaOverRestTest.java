package se.statsbidrag.requisition.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningService
class DefinitionSchemaOverRestTest {
    @Test
    void whoeverWritesADefinitionCanReadItsSchema() {
        String schema = given().get("/requisition/v1/programme-definition-schema")
                .then()
                .statusCode(200)
                .contentType(DefinitionSchemaResource.SCHEMA_JSON)
                .extract()
                .asString();

        assertThat(schema).isEqualTo(DefinitionSchemaResource.text());
    }
}
