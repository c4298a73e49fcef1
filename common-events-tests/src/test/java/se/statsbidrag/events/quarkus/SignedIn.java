package se.statsbidrag.events.quarkus;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.statsbidrag.local.Tokens;

/** Calls without a token of their own are an officer's; of the internal feed a sister service's, of evidence an auditor's. */
public final class SignedIn implements BeforeEachCallback {
    private static final Map<String, Tokens> TOKENS = new ConcurrentHashMap<>();

    /** What a client of the demonstration sends as {@code Authorization}. */
    public static String as(String client) {
        String issuer = ConfigProvider.getConfig().getValue("statsbidrag.identity.url", String.class);
        return TOKENS.computeIfAbsent(issuer, url -> new Tokens(URI.create(url)))
                .bearer(client);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        RestAssured.replaceFiltersWith((request, response, filters) -> {
            if (!request.getHeaders().hasHeaderWithName("Authorization")) {
                String client = usual(request.getURI());
                request.header("Authorization", as(client));
            }
            return filters.next(request, response);
        });
    }

    private static String usual(String address) {
        if (address.contains("/internal/")) {
            return "allocation-service";
        }
        return address.contains("/logs") || address.contains("/trail") ? "auditor-1" : "officer-1";
    }
}
