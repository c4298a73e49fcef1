package se.statsbidrag.events.quarkus;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The tokens with which this service reads what its sister services show to each other alone. */
@Singleton
public class SisterTokens {
    private static final Logger LOGGER = Logger.getLogger(SisterTokens.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final OidcClient client;
    private final TokensHelper kept = new TokensHelper();

    @Inject
    SisterTokens(OidcClient client) {
        this.client = client;
    }

    /**
     * What to send as {@code Authorization}; renewed before it expires. Without an answer of the identity provider a
     * header that nobody accepts, so that the caller meets a refusal that it knows to try again.
     */
    public String authorization() {
        try {
            return "Bearer " + kept.getTokens(client).await().atMost(ANSWER).getAccessToken();
        } catch (RuntimeException e) {
            LOGGER.warnf("The identity provider gives no token: %s", e.getMessage());
            return "Bearer none";
        }
    }
}
