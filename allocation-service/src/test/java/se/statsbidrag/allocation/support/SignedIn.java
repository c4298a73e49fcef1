package se.statsbidrag.allocation.support;

import io.restassured.RestAssured;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.statsbidrag.local.Tokens;
import se.statsbidrag.local.test.UsualCaller;

/** Calls that show no token of their own are made by their {@link UsualCaller}. */
public final class SignedIn implements BeforeAllCallback, BeforeEachCallback {
    private static @Nullable Tokens tokens;

    @Override
    public void beforeAll(ExtensionContext context) {
        signIn();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        signIn();
    }

    private static void signIn() {
        RestAssured.replaceFiltersWith((request, response, filters) -> {
            if (!request.getHeaders().hasHeaderWithName("Authorization")) {
                String path = URI.create(request.getURI()).getRawPath();
                request.header("Authorization", bearer(UsualCaller.of(request.getMethod(), path)));
            }
            return filters.next(request, response);
        });
    }

    /** What this client of the demonstration sends as {@code Authorization}. */
    public static synchronized String bearer(String clientId) {
        if (tokens == null) {
            tokens = new Tokens(
                    URI.create(ConfigProvider.getConfig().getValue("statsbidrag.identity.url", String.class)));
        }
        return tokens.bearer(clientId);
    }
}
