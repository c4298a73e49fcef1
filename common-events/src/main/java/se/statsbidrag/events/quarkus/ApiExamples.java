package se.statsbidrag.events.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Examples of bodies, kept as files beside a service so that they can be tested: {@code
 * openapi-examples/<operationId>.request.json}, {@code openapi-examples/<operationId>.<status>.json}; and likewise
 * {@code .csv}, {@code .txt}, {@code .yaml}, {@code .ics} and {@code .xml} for their media types.
 */
final class ApiExamples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiExamples() {}

    static void complete(Operation operation) {
        String id = operation.getOperationId();
        if (id == null) {
            return;
        }
        if (operation.getRequestBody() != null) {
            complete(operation.getRequestBody().getContent(), id + ".request");
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> complete(response.getContent(), id + "." + status));
    }

    private static void complete(@Nullable Content content, String name) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, body) -> complete(type, body, name));
    }

    private static void complete(String type, MediaType body, String name) {
        if (body.getExample() != null || body.getExamples() != null) {
            return;
        }
        String text = read("openapi-examples/" + name + ending(type));
        if (text != null) {
            body.setExample(type.contains("json") && ending(type).equals(".json") ? tree(text) : text);
        }
    }

    private static String ending(String type) {
        return switch (type) {
            case "text/csv" -> ".csv";
            case "text/plain" -> ".txt";
            case "application/jose" -> ".jws";
            case LogsResource.NDJSON -> ".ndjson";
            case "application/yaml" -> ".yaml";
            case "text/calendar" -> ".ics";
            case "application/atom+xml", "application/xml" -> ".xml";
            default -> ".json";
        };
    }

    /** JSON as the maps and lists that the document's writer takes. */
    static Object tree(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an example is not JSON: " + json, e);
        }
    }

    private static @Nullable String read(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(resource)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
