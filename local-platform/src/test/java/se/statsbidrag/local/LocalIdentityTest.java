package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIdentityTest {

    @TempDir
    private static Path directory;

    private static LocalIdentity identity;

    @BeforeAll
    static void start() {
        identity = new LocalIdentity(directory, directory.resolve("identity.log"), Ports.free());
        identity.start();
    }

    @AfterAll
    static void stop() {
        identity.kill();
    }

    @Test
    void everyClientGetsItsClaimsByClientCredentials() throws IOException {
        Tokens tokens = new Tokens(identity.issuer());
        for (DemonstrationPerson person : DemonstrationPeople.all()) {
            JsonNode token = TokenClaims.of(tokens.of(person.clientId()));

            TokenClaims.assertHolds(token, person);
            assertThat(token.path("aud").asText()).as(person.clientId()).isEqualTo("statsbidrag");
            assertThat(token.path("iss").asText()).isEqualTo(identity.issuer().toString());
            assertThat(token.path("exp").asLong() - token.path("iat").asLong())
                    .isEqualTo(LocalIdentity.VALIDITY.toSeconds());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"officer-3", "officer-11", "an-officer-1", "representative-23-other", "feed-nobody", "*", ".*"})
    void strangerGetsNeitherRoleNorAudience(String clientId) throws IOException {
        JsonNode token = TokenClaims.of(new Tokens(identity.issuer()).of(clientId));

        assertThat(token.has("roles")).isFalse();
        assertThat(token.has("sub")).isFalse();
        assertThat(token.has("aud")).isFalse();
    }

    @Test
    void whoeverIsChosenOnThePageHasTheSameClaimsInBothTokensAndWhenTheyAreRenewed() throws Exception {
        PagesSignIn pages = new PagesSignIn(identity.issuer());
        List<Map<String, String>> forms = forms(pages.open(pages.authorize()).body());
        assertThat(forms).hasSameSizeAs(DemonstrationPeople.people());

        for (String clientId : List.of("representative-23", "officer-1", DemonstrationPeople.WITHOUT_MANDATE)) {
            DemonstrationPerson person = DemonstrationPeople.of(clientId);
            Map<String, String> form = forms.stream()
                    .filter(fields -> person.subject().toString().equals(fields.get("username")))
                    .findFirst()
                    .orElseThrow();
            String code = PagesSignIn.code(pages.send(pages.authorize(), form));
            JsonNode first = pages.tokens(code, PagesSignIn.VERIFIER);
            JsonNode renewed = pages.renewed(first.path("refresh_token").asText());

            for (JsonNode answer : List.of(first, renewed)) {
                for (String kind : List.of("access_token", "id_token")) {
                    JsonNode token = TokenClaims.of(answer.path(kind).asText());
                    TokenClaims.assertHolds(token, person);
                    assertThat(token.path("aud").valueStream().map(JsonNode::asText))
                            .containsExactly("statsbidrag", DemonstrationPeople.PAGES_CLIENT);
                }
            }
        }
    }

    @Test
    void codeIsOfNoUseToWhoDoesNotKnowTheVerifier() throws Exception {
        PagesSignIn pages = new PagesSignIn(identity.issuer());
        String code = PagesSignIn.code(pages.send(pages.authorize(), Map.of("username", "x", "claims", "{}")));

        assertThat(pages.tokens(code, "another-word-that-somebody-guessed-0123456789")
                        .has("access_token"))
                .isFalse();
    }

    @Test
    void pageIsInSwedishForEverybodyAndRunsNoScript() {
        assertThat(LoginPage.of(DemonstrationPeople.people()))
                .contains("<html lang=\"sv\">", "Endast för demonstration på den här datorn", "Handläggare")
                .contains("Region Jämtland Härjedalen", "utan fullmakt från början")
                .doesNotContain("<script", "{people}", "null");
    }

    @Test
    void tokenIsKeptUntilShortlyBeforeItExpires() {
        Tokens tokens = new Tokens(identity.issuer());

        assertThat(tokens.of("officer-1")).isEqualTo(tokens.of("officer-1")).isNotEqualTo(tokens.of("officer-2"));
        assertThat(tokens.bearer("officer-1")).isEqualTo("Bearer " + tokens.of("officer-1"));
    }

    @Test
    void providerThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> new Tokens(URI.create("http://localhost:" + Ports.free() + "/none")).of("officer-1"))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("/none/.well-known/openid-configuration got no answer");
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
}
