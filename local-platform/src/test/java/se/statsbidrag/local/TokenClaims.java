package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/** What a token says. */
final class TokenClaims {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenClaims() {}

    static JsonNode of(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    /** Checks that it says all that the list of people does; an empty list may be left out. */
    static void assertHolds(JsonNode token, DemonstrationPerson person) {
        JsonNode expected = JSON.valueToTree(person.claims());
        expected.properties()
                .forEach(claim -> assertThat(
                                claim.getValue().isArray() && !token.has(claim.getKey())
                                        ? JSON.createArrayNode()
                                        : token.path(claim.getKey()))
                        .as(person.clientId() + " " + claim.getKey())
                        .isEqualTo(claim.getValue()));
        assertThat(token.has("name")).isEqualTo(!person.machine());
    }
}
