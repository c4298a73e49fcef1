package se.statsbidrag.events.quarkus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * An identity provider whose key the test holds, so that it can also sign what no provider would. Its keys and address are
 * in system properties, for Quarkus loads this class anew for the application that it tests.
 */
public final class Issuer implements QuarkusTestResourceLifecycleManager {
    static final String ADDRESS = "statsbidrag.test.issuer";
    static final String KEY = "statsbidrag.test.issuer.key";

    private HttpServer server;

    /** Not started yet. */
    public Issuer() throws IOException {
        server = HttpServer.create();
    }

    @Override
    public Map<String, String> start() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("known");
            server.bind(new InetSocketAddress("127.0.0.1", 0), 0);
            String address = "http://localhost:" + server.getAddress().getPort();
            System.setProperty(ADDRESS, address);
            System.setProperty(KEY, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            String keys = "{\"keys\":[" + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}";
            server.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, """
                    {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",
                     "authorization_endpoint":"%1$s/authorize"}""".formatted(address)));
            server.createContext("/keys", exchange -> answer(exchange, keys));
            server.createContext(
                    "/token", exchange -> answer(exchange, "{\"access_token\":\"none\",\"token_type\":\"Bearer\"}"));
            server.start();
            return Map.of("statsbidrag.identity.url", address);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
