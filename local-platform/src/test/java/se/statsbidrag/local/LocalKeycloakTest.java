package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run with {@code -Pkeycloak}: the realm file gives a real Keycloak's tokens the claims that all services rely on. */
@Tag("keycloak")
class LocalKeycloakTest {

    @TempDir
    private static Path directory;

    private static LocalKeycloak keycloak;

    @BeforeAll
    static void start() {
        keycloak = new LocalKeycloak(directory, directory.resolve("keycloak.log"), Ports.free(), Map.of());
        keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.kill();
    }

    @Test
    void everyClientGetsItsClaimsByClientCredentials() throws IOException {
        Tokens tokens = new Tokens(keycloak.issuer());
        for (DemonstrationPerson person :
                DemonstrationPeople.all().stream().filter(RealmFile::hasClient).toList()) {
            JsonNode token = TokenClaims.of(tokens.of(person.clientId()));

            TokenClaims.assertHolds(token, person);
            assertThat(token.path("aud").asText()).as(person.clientId()).isEqualTo("statsbidrag");
            assertThat(token.path("iss").asText()).isEqualTo(keycloak.issuer().toString());
        }
    }

    @Test
    void wrongSecretAndUnknownClientGetNoToken() {
        assertThatThrownBy(() -> new Tokens(keycloak.issuer(), client -> "guessed").of("officer-1"))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("answered 401");
        assertThatThrownBy(() -> new Tokens(keycloak.issuer()).of("officer-3"))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("answered 401");
    }

    @Test
    void whoeverSignsInAtThePageHasTheSameClaimsInBothTokensAndWhenTheyAreRenewed() throws Exception {
        for (String clientId : List.of("representative-23", "representative-1480", "officer-1")) {
            DemonstrationPerson person = DemonstrationPeople.of(clientId);
            PagesSignIn pages = new PagesSignIn(keycloak.issuer());
            URI form = form(pages.open(pages.authorize()).body());
            String code =
                    PagesSignIn.code(pages.send(form, Map.of("username", clientId, "password", Tokens.LOCAL_SECRET)));
            JsonNode first = pages.tokens(code, PagesSignIn.VERIFIER);
            JsonNode renewed = pages.renewed(first.path("refresh_token").asText());

            for (JsonNode answer : List.of(first, renewed)) {
                JsonNode access = TokenClaims.of(answer.path("access_token").asText());
                JsonNode id = TokenClaims.of(answer.path("id_token").asText());
                TokenClaims.assertHolds(access, person);
                TokenClaims.assertHolds(id, person);
                assertThat(access.path("aud").asText()).isEqualTo("statsbidrag");
                assertThat(id.path("aud").asText()).isEqualTo(DemonstrationPeople.PAGES_CLIENT);
            }
        }
    }

    @Test
    void pagesCannotSignAnybodyInWithoutPkce() throws Exception {
        PagesSignIn pages = new PagesSignIn(keycloak.issuer());
        HttpResponse<String> answer = pages.open(pages.authorize(Map.of()));

        assertThat(answer.headers().firstValue("location").orElse("")).contains("error=invalid_request");
    }

    private static URI form(String page) {
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(page);
        assertThat(action.find()).as(page).isTrue();
        return URI.create(action.group(1).replace("&amp;", "&"));
    }
}
