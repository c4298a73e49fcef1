package se.statsbidrag.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BinaryOperator;
import se.statsbidrag.local.Tokens;
import se.statsbidrag.local.test.UsualCaller;

/** One service as its callers see it. */
final class Rest {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String APPLICATION_JSON = "application/json";
    static final String TEXT_CSV = "text/csv";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI address;
    private final Tokens tokens;
    private final BinaryOperator<String> caller;

    /** Called by whoever usually makes the call, with a token of his. */
    Rest(URI address, Tokens tokens) {
        this(address, tokens, UsualCaller::of);
    }

    private Rest(URI address, Tokens tokens, BinaryOperator<String> caller) {
        this.address = address;
        this.tokens = tokens;
        this.caller = caller;
    }

    /** The same service, called by this client of the demonstration. */
    Rest as(String clientId) {
        return new Rest(address, tokens, (method, path) -> clientId);
    }

    /** The same service, called without a token. */
    Rest asNobody() {
        return new Rest(address, tokens, (method, path) -> "");
    }

    /**
     * What the service answered.
     *
     * @param type the media type, without parameters
     */
    record Answer(String call, int status, String type, String text) {

        JsonNode json() {
            if (!type.endsWith("json")) {
                return MissingNode.getInstance();
            }
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(call + " answered no JSON: " + text, e);
            }
        }

        boolean good() {
            return status >= 200 && status < 300;
        }

        /** The answer's body; an error when the service refused. */
        JsonNode orFail() {
            if (!good()) {
                throw new AssertionError(call + " answered " + status + ": " + text);
            }
            return json();
        }
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Answer put(String path, Object body) {
        return send("PUT", path, json(body), Map.of("Content-Type", APPLICATION_JSON));
    }

    Answer post(String path, Object body) {
        return send("POST", path, json(body), Map.of("Content-Type", APPLICATION_JSON));
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    Answer send(String method, String path, String mediaType, String body) {
        return send(method, path, BodyPublishers.ofString(body), Map.of("Content-Type", mediaType));
    }

    Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        try {
            return sendOnce(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address.resolve(path), e);
        }
    }

    /** @throws IOException when no answer came: what became of the call is unknown */
    Answer sendOnce(String method, String path, BodyPublisher body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::header);
        String client = caller.apply(method, path);
        if (!client.isEmpty()) {
            request.header("Authorization", tokens.bearer(client));
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("content-type").orElse("");
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    type.split(";", 2)[0].strip(),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
