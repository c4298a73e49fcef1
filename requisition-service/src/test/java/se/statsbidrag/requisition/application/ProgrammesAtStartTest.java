package se.statsbidrag.requisition.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Incoming;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableStatus;

class ProgrammesAtStartTest {
    private final EventCodec codec = new EventCodec();
    private final InMemoryEventLog log =
            new InMemoryEventLog("requisitions", codec, () -> Instant.parse("2025-01-01T00:00:00Z"));

    private static final String MANDATE = "232100-0214=3f1c0b5e-7d7a-3a0e-9d55-0d3f3f2b8a11";

    @TempDir
    Path folder;

    @TempDir
    Path noTables;

    private String tables = "";

    @BeforeEach
    void withoutTables() {
        tables = noTables.toString();
    }

    private ProgrammesAtStart start(String location) {
        return start(location, true, Optional.empty());
    }

    private ProgrammesAtStart start(String location, boolean localMode, Optional<List<String>> mandates) {
        ProgrammesAtStart programmes = new ProgrammesAtStart(log, codec, location, tables, localMode, mandates);
        programmes.propose(new StartupEvent());
        return programmes;
    }

    @Test
    void theDefinitionsOnTheClassPathAreShipped() {
        tables = "classpath:reference-data";
        start("classpath:programmes");

        assertThat(log.readAfter(0, 100))
                .extracting(RecordedEvent::type)
                .filteredOn("programme-version-activated"::equals)
                .hasSize(3);
    }

    @Test
    void theTablesOnTheClassPathComeInBeforeThemAndOnce() {
        tables = "classpath:reference-data";
        start("classpath:programmes");
        start("classpath:programmes");

        assertThat(log.readAfter(0, 100))
                .extracting(RecordedEvent::type)
                .startsWith("reference-table-imported")
                .endsWith("programme-version-proposed", "programme-version-activated")
                .filteredOn("reference-table-imported"::equals)
                .hasSize(6);
        assertThat(log.readAfter(0, 6)).extracting(RecordedEvent::actor).containsOnly("system:shipped");
    }

    @Test
    void elsewhereThanInLocalModeTheTablesComeInToo() {
        tables = "classpath:reference-data";
        start("classpath:programmes", false, Optional.empty());

        assertThat(log.readAfter(0, 6)).extracting(RecordedEvent::type).containsOnly("reference-table-imported");
    }

    @Test
    void aWrongTableKeepsTheServiceFromStarting() throws IOException {
        Files.writeString(
                noTables.resolve("tables.csv"),
                "table,source,date,status\npurpose-8-named,Regeringen,2025-01-32,TRUE\nno-such-table,x,2025-01-01,OFFICIAL\n");
        Files.writeString(noTables.resolve("purpose-8-named.csv"), "recipient\n9999\n");

        assertThatThrownBy(() -> start("classpath:programmes"))
                .isInstanceOf(DefinitionsRefused.class)
                .hasMessageContaining("tables.csv line 2: date '2025-01-32'")
                .hasMessageContaining("tables.csv line 2: status 'TRUE'")
                .hasMessageContaining("purpose-8-named.csv line 2: recipient '9999'")
                .hasMessageContaining("tables.csv line 3: table 'no-such-table'");
        assertThat(log.head().position()).isZero();
    }

    @Test
    void whatAPersonHasImportedIsNotDisplaced() {
        ReferenceData data = new ReferenceData(log, codec);
        StoredTable before = data.load(ReferenceData.forms().form("rural-class").orElseThrow());
        Incoming official = new Incoming(
                "Tillväxtverket",
                LocalDate.of(2025, 1, 1),
                TableStatus.OFFICIAL,
                new TreeMap<>(Map.of(new RecipientCode("0140"), "SPARSE")));
        data.take(before, official, new Origin("3f1c0b5e-7d7a-4a0e-9d55-0d3f3f2b8a11", "", ""));
        tables = "classpath:reference-data";

        start("classpath:programmes");

        assertThat(data.load(before.form()).versions().newest())
                .map(ReferenceTableImported::status)
                .contains(TableStatus.OFFICIAL);
    }

    @Test
    void aDirectoryCanTakeTheirPlace() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "not a definition");

        start(folder.toString());

        assertThat(log.head().position()).isZero();
    }

    @Test
    void aWrongDefinitionKeepsTheServiceFromStarting() throws IOException {
        Files.writeString(folder.resolve("wrong.yaml"), "id: [");

        assertThatThrownBy(() -> start(folder.toString()))
                .isInstanceOf(DefinitionsRefused.class)
                .hasMessageContaining("wrong.yaml line");
        assertThat(log.head().position()).isZero();
    }

    @Test
    void aDefinitionWhoseVersionAPersonHasUsedIsPassedOverAndTheServiceIsReadyAndSaysSo() throws IOException {
        String shipped = Files.readString(Path.of("src/main/resources/programmes/korta-vardkoerna-2025.yaml"));
        Definitions.Read.Accepted persons = (Definitions.Read.Accepted)
                new Definitions(log, codec, new ReferenceData(log, codec)).read(DefinitionFile.yaml(shipped));
        log.append(
                List.of(new StreamAppend(
                        Streams.programme(persons.definition().id()),
                        0,
                        List.of(new ProgrammeVersionProposed(
                                persons.definition().id(),
                                persons.definition().version(),
                                persons.canonicalText(),
                                persons.definition().hash(),
                                "")))),
                new Origin("3f1c0b5e-7d7a-4a0e-9d55-0d3f3f2b8a11", "", ""));
        Files.writeString(folder.resolve("queue.yaml"), shipped.replace("2025-06-02", "2025-06-03"));

        ProgrammesAtStart start = start(folder.toString());

        HealthCheckResponse health = new ShippedDefinitionsHealth(start).call();
        assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(health.getData().orElseThrow().get("passed over"))
                .asString()
                .contains("queue.yaml: version 5 of korta-vardkoerna-2025 is passed over");
    }

    @Test
    void soDoesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> start(folder.resolve("nowhere").toString()))
                .isInstanceOf(DefinitionsRefused.class)
                .hasMessageContaining("set statsbidrag.programmes");
    }

    @Test
    void inLocalModeTheDemonstrationsMandatesComeIntoForceOnce() {
        tables = "classpath:reference-data";
        start("classpath:programmes", true, Optional.of(List.of(MANDATE)));
        start("classpath:programmes", true, Optional.of(List.of(MANDATE)));

        assertThat(log.readAfter(0, 100))
                .extracting(RecordedEvent::type)
                .endsWith("programme-version-activated", "representative-applied", "representative-approved")
                .containsOnlyOnce("representative-applied", "representative-approved");
        assertThat(new Mandates(log, codec)
                        .load(new OrganisationNumber("232100-0214"))
                        .mandate()
                        .inForce()
                        .orElseThrow()
                        .representative())
                .isEqualTo("3f1c0b5e-7d7a-3a0e-9d55-0d3f3f2b8a11");
    }

    @Test
    void outsideLocalModeNothingOfThemExistsWhateverTheSettingSays() {
        tables = "classpath:reference-data";
        start("classpath:programmes", false, Optional.of(List.of(MANDATE)));

        assertThat(log.readAfter(0, 100))
                .extracting(RecordedEvent::type)
                .filteredOn(type -> !type.equals("reference-table-imported"))
                .containsOnly("programme-version-proposed", "act-proposed");
    }

    @Test
    void aMandateInAWrongFormKeepsTheServiceFromStarting() {
        tables = "classpath:reference-data";
        assertThatThrownBy(() -> start("classpath:programmes", true, Optional.of(List.of("232100-0214"))))
                .hasMessageContaining("statsbidrag.local.mandates");
    }

    @Test
    void noOpaqueIdOfTheDemonstrationStandsInMainJavaOrSettings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().contains("openapi-examples"))
                            .filter(ProgrammesAtStartTest::namesAPerson))
                    .isEmpty();
        }
    }

    private static boolean namesAPerson(Path file) {
        try {
            return Files.readString(file)
                    .matches("(?s).*(representative-[0-9]{2}|[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-).*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
