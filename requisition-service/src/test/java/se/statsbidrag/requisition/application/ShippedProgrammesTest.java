package se.statsbidrag.requisition.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.ProgrammeVersionDecider;
import se.statsbidrag.requisition.domain.ProgrammeVersions;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Incoming;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableStatus;

class ShippedProgrammesTest {
    private static final String FILE = "korta-vardkoerna-2025.yaml";
    private static final String SHIPPED = shippedText();
    private static final String PERSON = "0d2c2b6e-6c3f-4f6a-9d0a-2f6f7c1f3a55";

    private final EventCodec codec = new EventCodec();
    private final InMemoryEventLog log =
            new InMemoryEventLog("requisitions", codec, () -> Instant.parse("2025-01-01T00:00:00Z"));
    private final ShippedProgrammes programmes = new ShippedProgrammes(log, codec);
    private final ReferenceData tables = new ReferenceData(log, codec);

    @Test
    void aLocalStartPutsTheShippedDefinitionsInForce() {
        List<RecordedEvent> recorded = ship(only(SHIPPED), true);

        assertThat(recorded)
                .extracting(RecordedEvent::type)
                .containsExactly("programme-version-proposed", "programme-version-activated");
        assertThat(recorded).extracting(RecordedEvent::actor).containsOnly("system:shipped");
        assertThat(recorded)
                .extracting(event -> event.stream().value())
                .containsOnly("programme/korta-vardkoerna-2025");
    }

    @Test
    void elsewhereTheyAreOnlyProposedAndWaitForAPerson() {
        assertThat(ship(only(SHIPPED), false))
                .extracting(RecordedEvent::type)
                .containsExactly("act-proposed", "programme-version-proposed");
    }

    @Test
    void anUnchangedFileDoesNothingTheNextTime() {
        ship(only(SHIPPED), true);

        assertThat(ship(only(SHIPPED), true)).isEmpty();
        assertThat(ship(only("# a comment is no change\n" + SHIPPED), true)).isEmpty();
    }

    @Test
    void aChangedFileIsANewVersion() {
        ship(only(SHIPPED), true);

        List<RecordedEvent> recorded = ship(only(nextVersion()), true);

        assertThat(recorded)
                .extracting(event -> codec.decode(event).event())
                .first()
                .satisfies(event ->
                        assertThat(((ProgrammeVersionProposed) event).version()).isEqualTo(6));
        assertThat(recorded).hasSize(2);
    }

    @Test
    void anOlderFileDoesNotComeBackIntoForce() {
        ship(only(SHIPPED), true);
        ship(only(nextVersion()), true);

        assertThat(ship(only(SHIPPED), true)).isEmpty();
    }

    @Test
    void aChangedFileWithItsOldNumberIsRefused() {
        ship(only(SHIPPED), true);

        assertThatThrownBy(() -> ship(only(SHIPPED.replace("2025-06-02", "2025-06-03")), true))
                .isInstanceOf(DefinitionsRefused.class)
                .hasMessageContaining(FILE)
                .hasMessageContaining("write version: 6");
        assertThat(log.head().position()).isEqualTo(2);
    }

    @Test
    void aFileWhoseNumberAPersonHasUsedIsPassedOverAndTheOthersComeIn() {
        ship(only(SHIPPED), true);
        proposedByAPerson(nextVersion().replace("2025-06-03", "2025-06-04"));
        long before = log.head().position();

        ShippedProgrammes.Outcome outcome = programmes.ship(
                with("another.yaml", SHIPPED.replace("id: korta-vardkoerna-2025", "id: another-2025"), nextVersion()),
                true);

        assertThat(outcome.passedOver())
                .singleElement(STRING)
                .contains(FILE, "version 6", "a person has proposed version 6", "write version: 7");
        assertThat(outcome.recorded())
                .extracting(event -> event.stream().value())
                .containsOnly("programme/another-2025");
        assertThat(log.head().position()).isEqualTo(before + 2);
    }

    @Test
    void soIsOneThatIsOlderThanWhatAPersonHasProposed() {
        ship(only(SHIPPED), true);
        proposedByAPerson(nextVersion().replace("version: 6\n", "version: 7\n"));

        assertThat(programmes.ship(only(nextVersion()), true).passedOver())
                .singleElement(STRING)
                .contains(FILE, "version 6", "a person has proposed version 7", "write version: 8");
    }

    @Test
    void whatAPersonProposedFromTheFileIsTheFile() {
        ship(only(SHIPPED), true);
        proposedByAPerson(nextVersion());

        assertThat(programmes.ship(only(nextVersion()), false).passedOver()).isEmpty();
    }

    private void proposedByAPerson(String text) {
        Definitions definitions = new Definitions(log, codec, tables);
        Definitions.Read.Accepted read = (Definitions.Read.Accepted) definitions.read(DefinitionFile.yaml(text));
        ProgrammeId programme = read.definition().id();
        ProgrammeVersions before = definitions.load(programme);
        Decision decision = new ProgrammeVersionDecider(before)
                .propose(programme, read.definition(), read.canonicalText(), PERSON, "Nytt beslut");
        definitions.record(
                programme, before, ((Decision.Accepted) decision).events(), new Origin(PERSON, "", "loa3;test"));
    }

    @Test
    void aNewDefinitionWithoutOrganisationNumbersIsRefused() {
        String without = SHIPPED.replaceAll(", organisationNumber: \"[0-9-]+\"", "")
                .replaceAll("  organisationNumbersSource: .*\n", "");

        assertRefused(without).contains("recipients.organisationNumbersSource");
    }

    @Test
    void aTableThatIsOnlyReferredToIsBoundToTheNewestVersionAndStaysSo() {
        imported(2471773);
        List<RecordedEvent> recorded = ship(only(bound("reference: {table: region-population}")), true);

        ProgrammeVersionProposed proposed =
                (ProgrammeVersionProposed) codec.decode(recorded.getFirst()).event();
        assertThat(proposed.definition())
                .contains("\"reference\":{\"table\":\"region-population\",\"version\":1}")
                .contains("\"source\":\"SCB\"")
                .contains("\"01\":2471773");
        imported(2471774);
        assertThat(ship(only(bound("reference: {table: region-population}")), true))
                .isEmpty();
        assertThat(ship(
                        only(bound("reference: {table: region-population, version: 1}")
                                .replace("version: 5\n", "version: 6\n")),
                        true))
                .hasSize(2);
    }

    @Test
    void aReferenceThatLeadsNowhereIsToldWithItsLineAndWithTheOtherFaults() {
        assertRefused(bound("reference: {table: region-population, version: 7}") + "colour: red\n")
                .contains(FILE + " line 87: tables[1].reference")
                .contains("is no imported reference table and version")
                .contains("colour: is an unknown field")
                .doesNotContain("tables[1].source");
    }

    @Test
    void otherFiguresAreNotPassedOffAsImportedOnes() {
        imported(2471774);
        String claimed = SHIPPED.replaceFirst(
                "(  - id: population\n)", "$1    reference: {table: region-population, version: 1}\n");

        assertThatThrownBy(() -> ship(only(claimed), true))
                .isInstanceOf(DefinitionsRefused.class)
                .hasMessageContaining("line 86: tables[1].reference 'region-population version 1'")
                .hasMessageContaining("is not what this table holds");
        imported(2471773);
        assertThat(ship(only(claimed.replace("population, version: 1}", "population, version: 2}")), true))
                .hasSize(2);
    }

    private void imported(long stockholm) {
        SortedMap<RecipientCode, String> values = new TreeMap<>();
        SHIPPED.substring(SHIPPED.indexOf("  - id: population"), SHIPPED.indexOf("  - id: standard-cost"))
                .lines()
                .filter(line -> line.startsWith("      \""))
                .forEach(line -> values.put(new RecipientCode(line.substring(7, 9)), line.substring(12)));
        values.put(new RecipientCode("01"), Long.toString(stockholm));
        StoredTable before =
                tables.load(ReferenceData.forms().form("region-population").orElseThrow());
        tables.take(
                before,
                new Incoming("SCB", LocalDate.of(2024, 11, 1), TableStatus.OFFICIAL, values),
                Origin.ofSystem("shipped"));
    }

    private static String bound(String reference) {
        return SHIPPED.replaceFirst(
                "(?s)(  - id: population\n    title: [^\n]*\n).*?(  - id: standard-cost)",
                "$1    " + reference + "\n$2");
    }

    @Test
    void ofTwoInstancesThatStartAtOnceOneWins() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<List<RecordedEvent>> instance = () -> {
            start.await();
            return ship(only(SHIPPED), true);
        };
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            List<RecordedEvent> recorded = new ArrayList<>();
            for (Future<List<RecordedEvent>> each : instances.invokeAll(List.of(instance, instance))) {
                recorded.addAll(each.get());
            }
            assertThat(recorded).hasSize(2);
        }
        assertThat(log.head().position()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}: {2} instead of {1}")
    @CsvSource(delimiter = '!', textBlock = """
        table-equals-pot                  ! "01": 84167924                      ! "01": 84167925
        table-reproduced                  ! "01": 27323                         ! "01": 27324
        parts-are-100-percent             ! percent: 65                         ! percent: 64
        pots-as-stated                    ! amount: 100000000                   ! amount: 100000001
        pots-as-stated                    ! '  pots: 497000000'                 ! '  pots: 497000001'
        payout-and-own-cost-within-frame  ! '  amount: 3000000'                 ! '  amount: 3000001'
        own-cost-as-stated                ! '  amount: 3000000'                 ! '  amount: 3000001'
        frame-as-stated                   ! '  amount: 500000000'               ! '  amount: 500000001'
        recipients-as-stated              ! recipients: 21                      ! recipients: 20
        references-exist                  ! 'closedBy: [requisition]'           ! 'closedBy: [another-day]'
        """)
    void aBrokenControlTotalIsNamed(String control, String right, String wrong) {
        assertThat(SHIPPED).contains(right);

        assertRefused(SHIPPED.replaceFirst(java.util.regex.Pattern.quote(right), wrong))
                .contains("control total '" + control + "' fails");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '!', textBlock = """
        version: 5              ! version: 01              ! line @: version '01': could be read as another number than it says; write a code in quotes, and a number in plain digits
        version: 5              ! version: 1.5             ! line @: version '1.5': is a number with decimals; write a whole number, or text in quotes
        version: 5              ! version: one             ! line @: version 'one'
        'code: "01"'            ! 'code: 01'               ! recipients.entries[0].code '01': could be read as another number than it says
        'code: "03"'            ! 'code: 3'                ! recipients.entries[1].code '3'
        'code: "25"'            ! 'code: "2"'              ! recipients.entries[20].code '2'
        '"232100-0230"'         ! '"232100-0231"'          ! recipients.entries[20].organisationNumber '232100-0231'
        ', organisationNumber: "232100-0230"' ! ''         ! control total 'organisation-numbers-complete' fails
        version: 5              ! 'version: 5\\nversion: 5' ! line @+1: the file: is not YAML that can be read: Duplicate field 'version'
        version: 5              ! 'version: 5\\ncolour: red' ! line @+1: colour: is an unknown field
        version: 5              ! 'version: &one 5\\ntwo: *one' ! refers to another place
        version: 5              ! ''                       ! version: is missing
        id: korta-vardkoerna-2025 ! 'id: "K"'              ! line @: id 'K'
        """)
    void whatIsWrongIsToldWithItsLine(String right, String wrong, String told) {
        long line = SHIPPED.substring(0, SHIPPED.indexOf(right)).lines().count() + 1;
        assertRefused(SHIPPED.replaceFirst(
                        java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong.replace("\\n", "\n")))
                .contains(FILE)
                .contains(told.replace("@+1", Long.toString(line + 1)).replace("@", Long.toString(line)));
    }

    @Test
    void allFaultsOfAllFilesComeAtOnce() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(
                "one.yaml", SHIPPED.replace("percent: 65", "percent: 64").replace("recipients: 21", "recipients: 20"));
        files.put("two.yaml", SHIPPED + "colour: red\n");
        files.put("three.yaml", "");
        files.put("four.yaml", SHIPPED);
        files.put("five.yaml", SHIPPED);

        assertThatThrownBy(() -> ship(files, true))
                .hasMessageContaining("one.yaml")
                .hasMessageContaining("parts-are-100-percent")
                .hasMessageContaining("recipients-as-stated")
                .hasMessageContaining("two.yaml")
                .hasMessageContaining("three.yaml")
                .hasMessageContaining("is already defined in five.yaml");
        assertThat(log.head().position()).isZero();
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertRefused(String text) {
        assertThat(text).isNotEqualTo(SHIPPED);
        String told = "";
        try {
            ship(only(text), true);
        } catch (DefinitionsRefused refused) {
            told = String.join("\n", refused.reasons());
        }
        assertThat(log.head().position()).isZero();
        return assertThat(told);
    }

    private static String nextVersion() {
        return SHIPPED.replace("version: 5\n", "version: 6\n").replace("2025-06-02", "2025-06-03");
    }

    private List<RecordedEvent> ship(SortedMap<String, String> files, boolean activate) {
        return programmes.ship(files, activate).recorded();
    }

    private static SortedMap<String, String> with(String name, String other, String text) {
        SortedMap<String, String> files = only(text);
        files.put(name, other);
        return files;
    }

    private static SortedMap<String, String> only(String text) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(FILE, text);
        return files;
    }

    private static String shippedText() {
        try (InputStream in = ShippedProgrammesTest.class.getResourceAsStream("/programmes/" + FILE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
