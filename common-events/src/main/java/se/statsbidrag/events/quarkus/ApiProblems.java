package se.statsbidrag.events.quarkus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The problem documents that every operation can answer with, in its OpenAPI description (FEL.01, FEL.02). */
final class ApiProblems {
    private static final String SCHEMA = "Problem";
    private static final Map<String, Problem> OF_ALL = new LinkedHashMap<>();
    private static final Map<String, Problem> OF_BODIES = new LinkedHashMap<>();

    static {
        OF_ALL.put(
                "400",
                Problems.unreadable(new Fault(
                                null,
                                null,
                                null,
                                "The body is not well-formed JSON at line 1, column 7",
                                "Send one well-formed JSON document"))
                        .problem());
        OF_ALL.put("401", ProblemMappers.notSignedIn());
        OF_ALL.put("403", ProblemMappers.rolesDoNotAllow());
        OF_ALL.put("429", RequestLimits.tooMany());
        OF_ALL.put("404", Problems.notFound("programme 'no-such-programme'").problem());
        OF_ALL.put(
                "500",
                Problems.of(
                                500,
                                "internal-fault",
                                "A fault on our side",
                                "Something went wrong; nothing was recorded",
                                "Try again later")
                        .problem());
        OF_ALL.put(
                "503",
                Problems.unavailable("The log's clock is not in order; nothing was recorded")
                        .problem());
        OF_BODIES.put(
                "412",
                Problems.changedMeanwhile("You saw version 1; it has version 2 now")
                        .problem());
        OF_BODIES.put("413", RequestSize.tooLarge());
        OF_BODIES.put(
                "415",
                Problems.of(
                                415,
                                "unsupported-media-type",
                                "Unsupported media type",
                                "The resource does not take bodies of this media type",
                                "Send a Content-Type that the API describes")
                        .problem());
    }

    private ApiProblems() {}

    static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }

    static Schema number() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER));
    }

    static Schema object() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
    }

    static void addSchemas(Components components) {
        Schema fault = object().description("One thing that is wrong with the request")
                .addProperty("row", number().format("int64").description("The row at fault, from 1"))
                .addProperty("field", text().description("The field or parameter at fault"))
                .addProperty("value", text().description("What it held"))
                .addProperty("fault", text().description("What is wrong"))
                .addProperty("action", text().description("What to do about it"));
        Schema problem = object().description("A problem document (RFC 9457)")
                .addProperty("type", text().format("uri-reference").description("The kind of problem, a stable name"))
                .addProperty("title", text().description("The kind of problem in words"))
                .addProperty("status", number().format("int32").description("The HTTP status"))
                .addProperty("detail", text().description("What went wrong this time"))
                .addProperty("instance", text().format("uri-reference").description("The path asked for"))
                .addProperty(
                        "faults",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(OASFactory.createSchema().ref("Fault")))
                .addProperty("action", text().description("What to do about it"))
                .addProperty("swedish", text().description("What went wrong and what to do, in Swedish"))
                .addProperty("further", number().format("int64").description("How many more faults there are"));
        components.addSchema("Fault", fault);
        components.addSchema(SCHEMA, problem);
    }

    static void complete(Operation operation) {
        APIResponses responses =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        operation.setResponses(responses);
        OF_ALL.forEach((status, problem) -> add(responses, status, problem));
        add(responses, "422", invalid());
        if (operation.getRequestBody() != null) {
            OF_BODIES.forEach((status, problem) -> add(responses, status, problem));
        }
        if (ApiProfile.hasParameter(operation, "after")) {
            add(
                    responses,
                    "504",
                    Problems.notYetThere("Included so far: operations:17, requisitions:42")
                            .problem());
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (isFault(status) && response.getContent() == null) {
                response.setContent(content(example(status)));
            }
        });
    }

    private static Problem invalid() {
        return Problems.invalid("amount", "-5", "The amount is negative", "Send 0 or more")
                .problem();
    }

    private static Problem example(String status) {
        if (status.equals("409")) {
            return Problems.conflict("It has been approved already", "Read it again")
                    .problem();
        }
        return OF_ALL.getOrDefault(status, OF_BODIES.getOrDefault(status, invalid()));
    }

    private static boolean isFault(String status) {
        return status.startsWith("4") || status.startsWith("5") || status.equals("default");
    }

    private static void add(APIResponses responses, String status, Problem example) {
        if (responses.getAPIResponse(status) == null) {
            APIResponse response =
                    OASFactory.createAPIResponse().description(example.title()).content(content(example));
            responses.addAPIResponse(status, response);
        }
    }

    private static org.eclipse.microprofile.openapi.models.media.Content content(Problem example) {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemMappers.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMA))
                                .example(ApiExamples.tree(StrictJson.write(example.at("/requested/path")))));
    }
}
