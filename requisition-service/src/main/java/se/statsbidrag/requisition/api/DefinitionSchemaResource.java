package se.statsbidrag.requisition.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.rules.programme.DefinitionSchema;

/** The JSON Schema of a definition, for whoever writes one. */
@Path(ApiPaths.BASE + "/programme-definition-schema")
@Blocking
@Tag(name = "programmes", description = "Grants and their definitions")
public class DefinitionSchemaResource {
    static final String SCHEMA_JSON = "application/schema+json";

    private static final String TEXT = text();

    @GET
    @PermitAll
    @Produces(SCHEMA_JSON)
    @Operation(
            operationId = "getProgrammeDefinitionSchema",
            summary = "The JSON Schema of a definition",
            description =
                    "2020-12. Says the form of a definition file, YAML or JSON, with every field described. Public:"
                            + " no token is needed. What must sum to what is checked when a definition is proposed.")
    @APIResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(mediaType = SCHEMA_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public String schema() {
        return TEXT;
    }

    /** The schema as text, as the repository's documents have it too. */
    static String text() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(DefinitionSchema.tree())
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema cannot be written", e);
        }
    }
}
