package se.statsbidrag.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An OpenID Connect provider in its own process, from the jars that the build copies. It knows the
 * {@link DemonstrationPeople} alone, takes any secret, and lets whoever opens its page be any of them: for demonstration on
 * one machine. Its signing keys stand in a public jar, so nobody else may trust its tokens.
 */
public final class LocalIdentity extends ProcessPart implements IdentityProvider {

    /** How long its tokens are valid. */
    static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final String ISSUER = "statsbidrag";
    private static final Duration STARTUP = Duration.ofMinutes(3);

    private final Path directory;
    private final int port;

    /**
     * @param directory holds its settings, which every start writes anew
     * @param log where its output goes
     * @param port the port on 127.0.0.1
     */
    public LocalIdentity(Path directory, Path log, int port) {
        super("identity", log, new PidFile(directory.resolve("pid")));
        this.directory = directory;
        this.port = port;
    }

    /** For example {@code http://localhost:8084/statsbidrag}. */
    @Override
    public URI issuer() {
        return URI.create("http://localhost:" + port + "/" + ISSUER);
    }

    /** Starts it and returns when it gives out tokens. */
    @Override
    public void start() {
        ProjectFiles.make(directory);
        Path page = write("login.html", LoginPage.of(DemonstrationPeople.people()));
        Path settings = write("settings.json", settings(page));
        process.start(
                List.of(
                        "-Xms16m",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss,SSS",
                        "-cp",
                        ProjectFiles.identityJars() + "/*",
                        "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt"),
                Map.of(
                        "SERVER_HOSTNAME", "127.0.0.1",
                        "SERVER_PORT", Integer.toString(port),
                        "JSON_CONFIG_PATH", settings.toString()),
                new StartCache(ProjectFiles.identityJars().resolveSibling(""), ProjectFiles.identityJars()));
        awaitAnswer(URI.create(issuer() + "/.well-known/openid-configuration"), STARTUP);
    }

    private Path write(String name, String text) {
        Path file = directory.resolve(name).toAbsolutePath();
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new LocalFault("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String settings(Path loginPage) {
        List<Map<String, Object>> clients = new ArrayList<>();
        for (DemonstrationPerson person : DemonstrationPeople.all()) {
            Map<String, Object> claims = new LinkedHashMap<>(person.claims());
            claims.put("aud", List.of(DemonstrationPerson.AUDIENCE));
            clients.add(client(person.clientId(), claims));
        }
        // Who it is comes from the login page. Both tokens have one audience: ours, and the client's as OpenID Connect
        // asks.
        clients.add(client(
                DemonstrationPeople.PAGES_CLIENT,
                Map.of("aud", List.of(DemonstrationPerson.AUDIENCE, DemonstrationPeople.PAGES_CLIENT))));
        Map<String, Object> issuer =
                Map.of("issuerId", ISSUER, "tokenExpiry", VALIDITY.toSeconds(), "requestMappings", clients);
        return JsonMapper.builder()
                .build()
                .valueToTree(Map.of(
                        "interactiveLogin",
                        true,
                        "httpServer",
                        "NettyWrapper",
                        "loginPagePath",
                        loginPage.toString(),
                        "tokenCallbacks",
                        List.of(issuer)))
                .toPrettyString();
    }

    private static Map<String, Object> client(String clientId, Map<String, Object> claims) {
        return Map.of("requestParam", "client_id", "match", "^" + Pattern.quote(clientId) + "$", "claims", claims);
    }
}
