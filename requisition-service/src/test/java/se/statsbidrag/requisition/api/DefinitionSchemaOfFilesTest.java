package se.statsbidrag.requisition.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published JSON Schema is the one of the code, and the shipped definitions follow it. */
class DefinitionSchemaOfFilesTest {
    private static final Path PUBLISHED = Path.of("../docs/programme-definition.schema.json");
    private static final boolean APPROVE = Boolean.getBoolean("statsbidrag.approve-schema");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DefinitionSchemaResource.text(), InputFormat.JSON);

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/programmes"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Error::toString)
                .toList();
    }

    @Test
    void thePublishedSchemaIsTheOneOfTheCode() throws IOException {
        if (APPROVE) {
            Files.writeString(PUBLISHED, DefinitionSchemaResource.text());
        }

        assertThat(Files.exists(PUBLISHED) ? Files.readString(PUBLISHED) : "")
                .as(
                        "%s is not what the code says now. Where the change is meant, write it anew, read the difference"
                                + " and commit it: mvn -pl requisition-service -am test -Dtest=DefinitionSchemaOfFilesTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dstatsbidrag.approve-schema=true",
                        PUBLISHED)
                .isEqualTo(DefinitionSchemaResource.text());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedDefinitionFollowsIt(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '!', textBlock = """
        '(?m)^version: [0-9]+$' ! 'version: one'                ! integer
        '(?m)^id: .*$'          ! ''                            ! required property 'id'
        '(?m)^id: '             ! 'colour: red\\nid: '           ! colour
        'percent: 65'           ! 'percent: 650'                ! maximum value of 100
        'type: EQUAL_SHARES'    ! 'type: BY_LOT'                ! pots/0/key
        """)
    void whatDoesNotFollowItIsFound(String right, String wrong, String told) throws IOException {
        String text = Files.readString(shipped().stream()
                .filter(file -> file.endsWith("korta-vardkoerna-2025.yaml"))
                .findFirst()
                .orElseThrow());
        String changed = text.replaceFirst(right, wrong.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(text);

        assertThat(String.join("\n", errors(changed))).contains(told);
    }
}
