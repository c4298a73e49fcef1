package se.statsbidrag.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens by client credentials, one per client, fetched when first asked for and again a minute before they expire.
 * For several threads.
 */
public final class Tokens {

    /** What is sent to a provider that takes any secret. */
    public static final String LOCAL_SECRET = "local";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final URI issuer;
    private final UnaryOperator<String> secrets;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Token> known = new ConcurrentHashMap<>();
    private volatile @Nullable URI endpoint;

    private record Token(String text, Instant renewAt) {}

    /**
     * Of the local identity provider, which takes any secret.
     *
     * @param issuer for example {@code http://localhost:8084/statsbidrag}
     */
    public Tokens(URI issuer) {
        this(issuer, clientId -> LOCAL_SECRET);
    }

    /**
     * Of any provider.
     *
     * @param issuer its address, without a last slash
     * @param secrets the secret of a client id
     */
    public Tokens(URI issuer, UnaryOperator<String> secrets) {
        this.issuer = issuer;
        this.secrets = secrets;
    }

    /**
     * An access token of this client.
     *
     * @throws LocalFault when the provider does not answer or refuses; the message says what it answered
     */
    public String of(String clientId) {
        return known.compute(
                        clientId,
                        (id, token) -> token == null || Instant.now().isAfter(token.renewAt()) ? fetch(id) : token)
                .text();
    }

    /** What a request's {@code Authorization} header says for this client. */
    public String bearer(String clientId) {
        return "Bearer " + of(clientId);
    }

    private Token fetch(String clientId) {
        String form = Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        secrets.apply(clientId))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        JsonNode answer = send(HttpRequest.newBuilder(endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        Duration valid = Duration.ofSeconds(answer.path("expires_in").asLong());
        return new Token(
                answer.path("access_token").asText(), Instant.now().plus(valid).minus(MARGIN));
    }

    private URI endpoint() {
        URI address = endpoint;
        if (address == null) {
            JsonNode configuration =
                    send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")));
            address = URI.create(configuration.path("token_endpoint").asText());
            endpoint = address;
        }
        return address;
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new LocalFault(
                        "No token: " + request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new LocalFault("No token: " + request.uri() + " did not answer with JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new LocalFault("No token: " + request.uri() + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while waiting for a token from " + request.uri(), e);
        }
    }
}
