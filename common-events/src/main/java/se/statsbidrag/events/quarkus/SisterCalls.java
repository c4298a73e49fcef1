package se.statsbidrag.events.quarkus;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Asks the sister services for what they show to each other alone, with a token that says which service asks. */
@Singleton
public class SisterCalls {
    private static final Logger LOGGER = Logger.getLogger(SisterCalls.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration TOKEN = Duration.ofSeconds(5);

    private final OidcClient identity;
    private final TokensHelper kept = new TokensHelper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    @Inject
    SisterCalls(OidcClient identity) {
        this.identity = identity;
    }

    /**
     * Asks for JSON.
     *
     * @param patience how long the answer may take
     */
    public HttpResponse<String> send(HttpRequest.Builder request, Duration patience)
            throws IOException, InterruptedException {
        return client.send(
                request.timeout(patience)
                        .header("Authorization", authorization())
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /**
     * What to send as {@code Authorization}; renewed before it expires. Without an answer of the identity provider a
     * header that nobody accepts, so that the caller meets a refusal that it knows to try again.
     */
    private String authorization() {
        try {
            return "Bearer " + kept.getTokens(identity).await().atMost(TOKEN).getAccessToken();
        } catch (RuntimeException e) {
            LOGGER.warnf("The identity provider gives no token: %s", e.getMessage());
            return "Bearer none";
        }
    }
}
