package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Run with {@code -Dstatsbidrag.realm.write=true} to write the file anew after the list of people has changed. */
    @Test
    void realmFileHoldsThePeopleOfTheDemonstration() throws IOException {
        JsonNode expected = RealmFile.of(DemonstrationPeople.all());
        if (Boolean.getBoolean("statsbidrag.realm.write")) {
            Files.writeString(file(), RealmFile.text(expected));
        }
        assertThat(JSON.readTree(file().toFile()))
                .as("written anew with: mvn -pl local-platform -am test -Dtest=RealmFileTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dstatsbidrag.realm.write=true")
                .isEqualTo(expected);
    }

    @Test
    void noSecretStandsInTheRealmFile() throws IOException {
        JsonNode realm = JSON.readTree(file().toFile());

        assertThat(realm.findValues("secret")).isNotEmpty().allMatch(RealmFileTest::placeholder);
        assertThat(realm.findValues("credentials"))
                .isNotEmpty()
                .allMatch(all -> all.findValues("value").stream().allMatch(RealmFileTest::placeholder));
    }

    private static boolean placeholder(JsonNode value) {
        return value.asText().matches("\\$\\{STATSBIDRAG_[A-Z_]+}");
    }

    private static Path file() {
        return ProjectFiles.root().resolve("local-platform/keycloak/statsbidrag-realm.json");
    }
}
