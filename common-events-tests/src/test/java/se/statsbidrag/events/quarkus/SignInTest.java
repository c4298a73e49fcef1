package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.local.test.LocalPartsResource;

/** Whose word is taken for who he is, and what becomes of everybody else: the right status, and nothing in the log. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "signin"),
            @ResourceArg(name = "kafka", value = "false"),
            @ResourceArg(name = "identity", value = "false")
        },
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Issuer.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = SourcePort.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(
        value = OtherSettings.class,
        initArgs = {
            @ResourceArg(name = "kafka.bootstrap.servers", value = WithoutKafkaTest.NOBODY),
            // Low enough to be reached.
            @ResourceArg(name = "statsbidrag.limits.requests-per-second-and-caller", value = "2"),
            @ResourceArg(name = "statsbidrag.limits.longest-body", value = "10S")
        },
        restrictToAnnotatedClass = true)
class SignInTest {
    private static final String ACT = "{\"reason\":\"because\",\"count\":1}";

    /** What is wrong with a token. */
    enum Forgery {
        EXPIRED,
        NOT_YET_VALID,
        OF_ANOTHER_ISSUER,
        FOR_ANOTHER_AUDIENCE,
        FOR_NO_AUDIENCE,
        WITHOUT_SUBJECT,
        WITHOUT_EXPIRY,
        UNSIGNED,
        SIGNED_WITH_ANOTHER_KEY,
        ROLES_ADDED_AFTERWARDS,
        SIGNED_WITH_THE_PUBLIC_KEY_AS_SECRET,
        CUT_OFF,
        NO_TOKEN_AT_ALL
    }

    @Inject
    EventLog log;

    @Inject
    @Identifier(Refusals.LOG) EventLog refusals;

    @BeforeEach
    void nobodyByDefault() {
        RestAssured.replaceFiltersWith(List.of());
    }

    private static RsaJsonWebKey key() {
        try {
            return (RsaJsonWebKey) RsaJsonWebKey.Factory.newPublicJwk(System.getProperty(Issuer.KEY));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JwtClaims claims(String subject, String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(System.getProperty(Issuer.ADDRESS));
        claims.setAudience("statsbidrag");
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTime(in(300));
        claims.setStringListClaim("roles", roles);
        claims.setClaim("acr", "loa3");
        claims.setStringListClaim("amr", "e-identification");
        claims.setClaim("name", "Åsa Påhittström");
        return claims;
    }

    private static NumericDate in(long seconds) {
        return NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds);
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKeyIdHeaderValue("known");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKey(key.getPrivateKey());
        return compact(token);
    }

    private static String compact(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(String subject, String... roles) {
        return signed(claims(subject, roles), key());
    }

    private static String forged(Forgery forgery) throws JoseException {
        JwtClaims claims = claims("officer", "officer");
        switch (forgery) {
            case EXPIRED -> claims.setExpirationTime(in(-120));
            case NOT_YET_VALID -> claims.setNotBefore(in(120));
            case OF_ANOTHER_ISSUER -> claims.setIssuer("http://localhost:1/another");
            case FOR_ANOTHER_AUDIENCE -> claims.setAudience("another");
            case FOR_NO_AUDIENCE -> claims.unsetClaim("aud");
            case WITHOUT_SUBJECT -> claims.unsetClaim("sub");
            case WITHOUT_EXPIRY -> claims.unsetClaim("exp");
            case UNSIGNED -> {
                JsonWebSignature token = new JsonWebSignature();
                token.setPayload(claims.toJson());
                token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
                return compact(token);
            }
            case SIGNED_WITH_ANOTHER_KEY -> {
                return signed(claims, RsaJwkGenerator.generateJwk(2048));
            }
            case ROLES_ADDED_AFTERWARDS -> {
                String[] parts = token("reader", "reader").split("\\.", -1);
                return parts[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(claims.toJson().getBytes(StandardCharsets.UTF_8))
                        + "." + parts[2];
            }
            case SIGNED_WITH_THE_PUBLIC_KEY_AS_SECRET -> {
                JsonWebSignature token = new JsonWebSignature();
                token.setPayload(claims.toJson());
                token.setKeyIdHeaderValue("known");
                token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                token.setKey(new HmacKey(key().getPublicKey().getEncoded()));
                return compact(token);
            }
            case CUT_OFF -> {
                return token("officer", "officer").substring(0, 200);
            }
            case NO_TOKEN_AT_ALL -> {
                return "";
            }
        }
        return signed(claims, key());
    }

    private static ValidatableResponse act(String thing, String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(ACT)
                .put("/test/v1/things/" + thing)
                .then();
    }

    private List<RecordedEvent> stream(String thing) {
        return log.readStream(new StreamName("thing/" + thing));
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void aTokenThatIsNotInOrderIsNobodys(Forgery forgery) throws JoseException {
        long before = log.head().position();
        act("forged", forged(forgery))
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", not(emptyOrNullString()))
                .body("type", equalTo("/problems/not-signed-in"));
        assertThat(log.head().position()).isEqualTo(before);
    }

    @Test
    void whoHasNoTokenIsNobody() {
        given().contentType("application/json")
                .body(ACT)
                .put("/test/v1/things/nobody")
                .then()
                .statusCode(401);
        assertThat(stream("nobody")).isEmpty();
    }

    @Test
    void whoActedAndHowHeSignedInIsRecorded() {
        act("recorded", token("4c1b7e0a", "officer")).statusCode(201);
        RecordedEvent event = stream("recorded").getFirst();
        assertThat(event.actor()).isEqualTo("4c1b7e0a");
        assertThat(event.authentication()).isEqualTo("loa3;e-identification");
        assertThat(event.payload()).doesNotContain("Påhittström");
    }

    @Test
    void anotherRoleIsRefusedAndTheRefusalRecordedInItsOwnLog() {
        long before = log.head().position();
        act("refused", token("a-reader", "reader"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
        act("refused", token("a-nobody", "king-of-sweden")).statusCode(403);
        assertThat(log.head().position()).isEqualTo(before);
        await().until(() -> refusals.readAfter(0, 100).stream()
                .anyMatch(event ->
                        event.actor().equals("a-reader") && event.payload().contains("/test/v1/things/refused")));
    }

    @Test
    void anIdempotencyKeyIsOfOneCallerAlone() {
        for (String who : List.of("one", "two")) {
            given().header("Authorization", "Bearer " + token(who, "officer"))
                    .header("Idempotency-Key", "the-same")
                    .contentType("application/json")
                    .body(ACT)
                    .put("/test/v1/things/replayed")
                    .then()
                    .statusCode(who.equals("one") ? 201 : 200);
        }
        assertThat(stream("replayed")).extracting(RecordedEvent::actor).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-User", "X-Remote-User", "X-HTTP-Method-Override", "X-Original-URL"})
    void headersDoNotSayWhoSomebodyIs(String header) {
        given().header(header, "/test/v1/api-info")
                .contentType("application/json")
                .body(ACT)
                .put("/test/v1/things/tricked")
                .then()
                .statusCode(401);
        assertThat(stream("tricked")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/v1/api-info/../things/tricked",
                "/test/v1//things/tricked",
                "/test/v1/things/tricked;role=officer",
                "/test/v1/things/tricked%2F..%2Fx",
                "/TEST/v1/things/tricked",
                "/internal/log/../log/head",
                "/internal/log/head/",
                "//internal/log/head"
            })
    void pathsDoNotLeadAroundTheGate(String path) throws IOException {
        assertThat(statusOf("PUT " + path)).isIn(400, 401, 404, 405, 415);
        assertThat(statusOf("GET " + path)).isIn(400, 401, 404, 405, 406);
    }

    /** As typed, since a client would tidy the path up. */
    private static int statusOf(String line) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json"
                                    + "\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    @Test
    void aPersonalIdentityNumberInAnAddressIsRefusedUnread() {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token("officer", "officer"))
                .get("/test/v1/things?who=19121212-1212")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/personal-number"));
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws Exception {
        String token = token("eager", "officer");
        try (var callers = Executors.newFixedThreadPool(8)) {
            Callable<Integer> call = () -> given().header("Authorization", "Bearer " + token)
                    .get("/test/v1/things")
                    .statusCode();
            List<Future<Integer>> answers = callers.invokeAll(Collections.nCopies(100, call));
            long refused = 0;
            for (Future<Integer> answer : answers) {
                refused += answer.get() == 429 ? 1 : 0;
            }
            assertThat(refused).isPositive();
        }
        act("another", token("patient", "officer")).statusCode(201);
    }

    @Test
    void aBodyThatDoesNotEndIsCutOff() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("PUT /test/v1/things/slow HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + token("slow", "officer")
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"reason\"")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain(" 201 ", " 200 ");
        }
        assertThat(stream("slow")).isEmpty();
    }

    @Test
    void everyAnswerCarriesTheHeadersThatBrowsersHeed() {
        for (String path : List.of("/test/v1/api-info", "/nothing", "/test/v1/things", "/q/openapi")) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("Content-Security-Policy", not(emptyOrNullString()))
                    .header("Referrer-Policy", equalTo("same-origin"));
        }
    }
}
