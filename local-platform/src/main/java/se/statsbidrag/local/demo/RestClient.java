package se.statsbidrag.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import se.statsbidrag.local.LocalFault;
import se.statsbidrag.local.Tokens;

/** Calls the public REST API as somebody of the demonstration, and turns a refusal into a sentence that holds what the problem document says. */
final class RestClient implements AutoCloseable {

    private static final String JSON = "application/json";
    static final String CSV = "text/csv";

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int NOT_FOUND = 404;
    private static final int PROPOSED = 202;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Tokens tokens;

    /**
     * What a service answered.
     *
     * @param proposed whether a second person must approve it first
     * @param body as JSON
     */
    record Answer(boolean proposed, JsonNode body) {}

    /** @param tokens of those who call */
    RestClient(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The answer to a GET, or nothing where the resource does not exist. */
    Optional<JsonNode> find(String caller, URI address) {
        HttpResponse<String> answer = send(request(caller, address).GET().build());
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(accepted("GET", address, answer).body());
    }

    /** Sends a body and returns the answer. */
    Answer send(String caller, String method, URI address, String mediaType, String body) {
        HttpRequest request = request(caller, address)
                .header("Content-Type", mediaType)
                .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return accepted(method, address, send(request));
    }

    /** The answer to a GET. */
    JsonNode get(String caller, URI address) {
        return accepted("GET", address, send(request(caller, address).GET().build()))
                .body();
    }

    /** Puts this as JSON and returns the answer. */
    Answer put(String caller, URI address, Object body) {
        return send(caller, "PUT", address, JSON, write(body));
    }

    /** Posts this as JSON and returns the answer. */
    Answer post(String caller, URI address, Object body) {
        return send(caller, "POST", address, JSON, write(body));
    }

    /** Deletes and returns the answer. */
    Answer delete(String caller, URI address) {
        return accepted(
                "DELETE", address, send(request(caller, address).DELETE().build()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String caller, URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", tokens.bearer(caller))
                .header("Accept", "application/json, application/problem+json");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LocalFault(request.method() + " " + request.uri() + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted during " + request.method() + " " + request.uri(), e);
        }
    }

    private Answer accepted(String method, URI address, HttpResponse<String> answer) {
        JsonNode body = read(answer.body());
        if (answer.statusCode() / 100 != 2) {
            String said = body.path("detail").asText(body.path("title").asText(answer.body()));
            String faults = body.has("errors") ? " " + body.get("errors") : "";
            throw new LocalFault(method + " " + address + " was refused with status " + answer.statusCode() + ": "
                    + shortened(said + faults));
        }
        return new Answer(answer.statusCode() == PROPOSED, body);
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? json.createObjectNode() : json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }

    private static String shortened(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 1000) + " …";
    }

    @Override
    public void close() {
        client.close();
    }
}
