package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.local.test.TestParts;

class LocalIdentityTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RETURN_TO = "http://localhost:9/after";
    private static final String VERIFIER = "a-word-that-only-the-one-who-asked-knows-0123456789";
    private static final URI ISSUER = TestParts.shared().identity().issuer();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyClientGetsItsClaimsByClientCredentials() throws IOException {
        Tokens tokens = new Tokens(ISSUER);
        for (DemonstrationPerson person : DemonstrationPeople.all()) {
            JsonNode token = claims(tokens.of(person.clientId()));

            assertHolds(token, person);
            assertThat(token.path("aud").asText()).as(person.clientId()).isEqualTo("statsbidrag");
            assertThat(token.path("iss").asText()).isEqualTo(ISSUER.toString());
            assertThat(token.path("exp").asLong() - token.path("iat").asLong())
                    .isEqualTo(LocalIdentity.VALIDITY.toSeconds());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"officer-3", "officer-11", "an-officer-1", "representative-23-other", "feed-nobody", "*", ".*"})
    void strangerGetsNeitherRoleNorAudience(String clientId) throws IOException {
        JsonNode token = claims(new Tokens(ISSUER).of(clientId));

        assertThat(token.has("roles")).isFalse();
        assertThat(token.has("sub")).isFalse();
        assertThat(token.has("aud")).isFalse();
    }

    @Test
    void whoeverIsChosenOnThePageHasTheSameClaimsInBothTokens() throws Exception {
        String page = client.send(HttpRequest.newBuilder(authorize()).build(), BodyHandlers.ofString())
                .body();
        List<Map<String, String>> forms = forms(page);
        assertThat(forms).hasSameSizeAs(DemonstrationPeople.people());

        for (String clientId : List.of("representative-23", "officer-1", DemonstrationPeople.WITHOUT_MANDATE)) {
            DemonstrationPerson person = DemonstrationPeople.of(clientId);
            Map<String, String> form = forms.stream()
                    .filter(fields -> person.subject().toString().equals(fields.get("username")))
                    .findFirst()
                    .orElseThrow();
            JsonNode answer = tokens(codeAfter(form), VERIFIER);

            for (String kind : List.of("access_token", "id_token")) {
                JsonNode token = claims(answer.path(kind).asText());
                assertHolds(token, person);
                assertThat(token.path("aud").valueStream().map(JsonNode::asText))
                        .containsExactly("statsbidrag", DemonstrationPeople.PAGES_CLIENT);
            }
        }
    }

    @Test
    void codeIsOfNoUseToWhoDoesNotKnowTheVerifier() throws Exception {
        String code = codeAfter(Map.of("username", "x", "claims", "{}"));

        assertThat(tokens(code, "another-word-that-somebody-guessed-0123456789").has("access_token"))
                .isFalse();
    }

    @Test
    void pageIsInSwedishForEverybodyAndRunsNoScript() {
        assertThat(LoginPage.of(DemonstrationPeople.people()))
                .contains("<html lang=\"sv\">", "Endast för demonstration på den här datorn", "Handläggare")
                .contains("Region Jämtland Härjedalen", "saknar fullmakt")
                .doesNotContain("<script", "{people}", "null");
    }

    @Test
    void tokenIsKeptUntilShortlyBeforeItExpires() {
        Tokens tokens = new Tokens(ISSUER);

        assertThat(tokens.of("officer-1")).isEqualTo(tokens.of("officer-1")).isNotEqualTo(tokens.of("officer-2"));
        assertThat(tokens.bearer("officer-1")).isEqualTo("Bearer " + tokens.of("officer-1"));
    }

    @Test
    void providerThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> new Tokens(URI.create("http://localhost:" + Ports.free() + "/none")).of("officer-1"))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("/none/.well-known/openid-configuration got no answer");
    }

    private static void assertHolds(JsonNode token, DemonstrationPerson person) {
        JsonNode expected = JSON.valueToTree(person.claims());
        expected.fieldNames()
                .forEachRemaining(claim -> assertThat(token.path(claim))
                        .as(person.clientId() + " " + claim)
                        .isEqualTo(expected.path(claim)));
        assertThat(token.has("name")).isEqualTo(!person.machine());
    }

    private static URI authorize() throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return URI.create(ISSUER + "/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", DemonstrationPeople.PAGES_CLIENT,
                        "redirect_uri", RETURN_TO,
                        "scope", "openid",
                        "state", "s",
                        "code_challenge", challenge,
                        "code_challenge_method", "S256")));
    }

    /** The fields of each form on the page. */
    private static List<Map<String, String>> forms(String page) {
        List<Map<String, String>> forms = new ArrayList<>();
        Matcher field = Pattern.compile(
                        "name=\"username\" value=\"([^\"]*)\">\\s*<input type=\"hidden\" name=\"claims\" value=\"([^\"]*)\"")
                .matcher(page);
        while (field.find()) {
            forms.add(
                    Map.of("username", field.group(1), "claims", field.group(2).replace("&quot;", "\"")));
        }
        return forms;
    }

    private String codeAfter(Map<String, String> form) throws Exception {
        String back = post(authorize(), form).headers().firstValue("location").orElseThrow();
        assertThat(back).startsWith(RETURN_TO).contains("state=s");
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(back);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private JsonNode tokens(String code, String verifier) throws Exception {
        return JSON.readTree(post(
                        URI.create(ISSUER + "/token"),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                DemonstrationPeople.PAGES_CLIENT,
                                "client_secret",
                                "any",
                                "code",
                                code,
                                "redirect_uri",
                                RETURN_TO,
                                "code_verifier",
                                verifier))
                .body());
    }

    private HttpResponse<String> post(URI address, Map<String, String> form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
