package se.statsbidrag.rules.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.value.TableStatus;

/** No rule changes unseen: each shipped definition has its document, and it says what code and data say now. */
class RuleDocumentsTest {
    private static final Path ROOT = Path.of(Objects.requireNonNullElse(System.getProperty("statsbidrag.root"), ".."));
    private static final Path DOCUMENTS = ROOT.resolve("docs/rules");
    private static final boolean APPROVE = Boolean.getBoolean("statsbidrag.approve-rules");

    static List<String> programmes() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("requisition-service/src/main/resources/programmes"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void theDocumentSaysWhatTheCodeAndTheDataSay(String programme) throws IOException {
        String document = RuleDocument.of(ShippedDefinition.definition(programme));
        Path file = DOCUMENTS.resolve(programme + ".md");
        if (APPROVE) {
            Files.createDirectories(DOCUMENTS);
            Files.writeString(file, document);
        }

        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as(
                        "%s is not what the rules and the data say now. Where the change is meant, write it anew, read the"
                                + " difference and commit it: mvn -pl grant-rules test -Dtest=RuleDocumentsTest"
                                + " -Dstatsbidrag.approve-rules=true",
                        file)
                .isEqualTo(document);
    }

    @Test
    void thereIsNoDocumentWithoutAProgramme() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(programmes());
        }
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void everythingAssumedOrSyntheticSaysSo(String programme) {
        var definition = ShippedDefinition.definition(programme);
        String document = RuleDocument.of(definition);

        definition
                .interpretations()
                .forEach(each -> assertThat(document).contains("| " + each.id() + " | " + each.text() + " |"));
        boolean synthetic = definition.tables().stream().anyMatch(table -> table.status() == TableStatus.SYNTHETIC);
        assertThat(document.contains("PÅHITTADE UPPGIFTER")).isEqualTo(synthetic);
        definition.pots().forEach(pot -> assertThat(document).contains(pot.rule(), pot.source()));
        definition.repayment().grounds().forEach(ground -> assertThat(document).contains(ground.text()));
        assertThat(document.contains("Överklagande"))
                .isEqualTo(definition.repayment().appeal() != null);
        assertThat(document.contains("Särskilda skäl"))
                .isEqualTo(definition.repayment().waiver() != null);
    }
}
