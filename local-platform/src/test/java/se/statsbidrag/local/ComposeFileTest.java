package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFileTest {

    private static final Set<String> LOCAL_MODE_ONLY =
            Set.of("STATSBIDRAG_LOCAL_MODE", "STATSBIDRAG_LOCAL_ORIGIN", "STATSBIDRAG_LOCAL_MANDATES");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"requisition", "allocation", "reporting"})
    void servicesGetTheSameSettingsAsLocallyButForLocalMode(String database) throws IOException {
        JsonNode service = services().path(database + "-service");
        Set<String> composed = new TreeSet<>(merged(service.path("environment")));
        Set<String> local;
        try (LocalSystem system = new LocalSystem(SystemSettings.onFreePorts(directory))) {
            local = new TreeSet<>(system.environment(database, 1).keySet());
        }
        local.removeAll(LOCAL_MODE_ONLY);

        assertThat(composed).isEqualTo(local);
        assertThat(service.at("/environment/QUARKUS_DATASOURCE_JDBC_URL").asText())
                .endsWith("/" + database);
        assertThat(service.at("/environment/QUARKUS_DATASOURCE_USERNAME").asText())
                .isEqualTo(database);
        assertThat(service.path("ports").get(0).asText()).startsWith("127.0.0.1:");
    }

    @Test
    void topicsAndDatabasesAreThoseOfALocalSystem() throws IOException {
        String topics = services().at("/topics/command/2").asText();
        assertThat(topics)
                .contains("for topic in " + String.join(" ", LocalKafka.LOG_TOPICS) + ";")
                .contains("--topic " + LocalKafka.PLAN_TOPIC);
        assertThat(Files.readString(ProjectFiles.root().resolve("local-platform/compose/create-databases.sh")))
                .contains("for name in " + String.join(" ", LocalSystem.DATABASES) + " keycloak;");
    }

    @Test
    void everyPartThatStaysHasAHealthCheck() throws IOException {
        JsonNode all = new YAMLMapper().readTree(compose().toFile());
        assertThat(all.at("/services/postgresql").has("healthcheck")).isTrue();
        assertThat(all.at("/services/kafka").has("healthcheck")).isTrue();
        assertThat(all.at("/services/keycloak").has("healthcheck")).isTrue();
        assertThat(all.at("/x-service").has("healthcheck")).isTrue();
    }

    @Test
    void keycloakIsGivenAllThatTheRealmFileLeavesOpen() throws IOException {
        JsonNode given = services().at("/keycloak/environment");
        String realm = Files.readString(ProjectFiles.root().resolve("local-platform/keycloak/statsbidrag-realm.json"));

        assertThat(Pattern.compile("\\$\\{(STATSBIDRAG_\\w+)}").matcher(realm).results())
                .isNotEmpty()
                .allMatch(open -> given.has(open.group(1)));
        for (String database : LocalSystem.DATABASES) {
            String service = database + "-service";
            assertThat(services().path(service).at("/environment/STATSBIDRAG_IDENTITY_CLIENT_SECRET"))
                    .isEqualTo(given.path(RealmFile.secretVariable(DemonstrationPeople.of(service))));
        }
    }

    /** The names in a mapping and in those that it merges: this YAML reader leaves {@code <<} to us. */
    private static Set<String> merged(JsonNode environment) throws IOException {
        Set<String> names = new TreeSet<>();
        environment.fieldNames().forEachRemaining(names::add);
        if (names.remove("<<")) {
            new YAMLMapper()
                    .readTree(compose().toFile())
                    .path("x-environment")
                    .fieldNames()
                    .forEachRemaining(names::add);
        }
        return names;
    }

    private static JsonNode services() throws IOException {
        return new YAMLMapper().readTree(compose().toFile()).path("services");
    }

    private static Path compose() {
        return ProjectFiles.root().resolve("docker-compose.yml");
    }
}
