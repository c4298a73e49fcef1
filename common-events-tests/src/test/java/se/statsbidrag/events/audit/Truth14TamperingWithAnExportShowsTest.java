package se.statsbidrag.events.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.LogVerdict;
import se.statsbidrag.events.log.RecordedEvent;

@DisplayName("truth 14: tampering with an export shows")
class Truth14TamperingWithAnExportShowsTest {
    private static final int EVENTS = 5;

    private final EventLog log = Exports.log("requisitions", "approved", EVENTS);
    private final byte[] export = Exports.of(log);

    private static long namedEvent(ExportVerdict verdict) {
        return switch (verdict) {
            case ExportVerdict.Broken(ExportHeader _, LogVerdict.Broken broken) -> broken.position();
            case ExportVerdict.Unreadable(long line, String _) -> line - 1;
            case ExportVerdict.Whole _, ExportVerdict.NotStated _ -> -1;
        };
    }

    @Test
    void untouchedExportIsWhole() {
        assertThat(Exports.verify(export))
                .isEqualTo(new ExportVerdict.Whole(
                        new ExportHeader("requisitions", EVENTS, log.head().hash(), Exports.NOW)));
        assertThat(Exports.lines(export)).hasSize(EVENTS + 1);
    }

    @Test
    void exportOfAnEmptyLogIsWhole() {
        assertThat(Exports.verify(Exports.of(Exports.log("refusals", "", 0)))).isInstanceOf(ExportVerdict.Whole.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x20, 0x80, '\n'})
    void eachChangedByteNamesItsEvent(int change) {
        int line = 0;
        for (int i = 0; i < export.length; i++) {
            byte[] tampered = export.clone();
            tampered[i] = change == '\n' ? (byte) change : (byte) (tampered[i] ^ change);
            if (line > 0 && tampered[i] != export[i]) {
                assertThat(namedEvent(Exports.verify(tampered)))
                        .as("byte %d, on line %d", i, line)
                        .isEqualTo(line);
            }
            line += export[i] == '\n' ? 1 : 0;
        }
    }

    @Test
    void eachChangedByteOfTheFirstLineShowsButThoseOfItsTime() {
        String first = Exports.lines(export).getFirst();
        for (int i = 0; i < first.indexOf("exportedAt"); i++) {
            byte[] tampered = export.clone();
            tampered[i] ^= 1;
            assertThat(namedEvent(Exports.verify(tampered))).as("byte %d", i).isBetween(0L, EVENTS + 1L);
        }
    }

    @Test
    void eachShorterFileNamesTheFirstMissingEvent() {
        for (int length = 0; length < export.length; length++) {
            byte[] cut = Arrays.copyOf(export, length);
            long wholeLines = new String(cut, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertThat(namedEvent(Exports.verify(cut))).as("%d bytes", length).isEqualTo(wholeLines);
        }
    }

    @Test
    void reorderedLinesAreNamedByTheFirst() {
        List<String> lines = new ArrayList<>(Exports.lines(export));
        lines.add(3, lines.remove(4));

        assertThat(namedEvent(Exports.verify(Exports.joined(lines)))).isEqualTo(3);
    }

    @Test
    void removedDoubledAndAddedLinesAreNamed() {
        List<String> removed = new ArrayList<>(Exports.lines(export));
        removed.remove(2);
        List<String> doubled = new ArrayList<>(Exports.lines(export));
        doubled.add(3, doubled.get(2));
        List<String> added =
                new ArrayList<>(Exports.lines(Exports.of(Exports.log("requisitions", "approved", EVENTS + 1))));
        added.set(0, Exports.lines(export).getFirst());

        assertThat(namedEvent(Exports.verify(Exports.joined(removed)))).isEqualTo(2);
        assertThat(namedEvent(Exports.verify(Exports.joined(doubled)))).isEqualTo(3);
        assertThat(Exports.verify(Exports.joined(added)))
                .isEqualTo(new ExportVerdict.Unreadable(
                        EVENTS + 2, "is an event after position " + EVENTS + ", at which the export ends"));
    }

    @Test
    void brokenEventIsNamedWithItsStreamAndType() {
        RecordedEvent third = Exports.at(log, 3);
        String tampered = new String(export, StandardCharsets.UTF_8).replace("approved å 2", "rejected å 2");

        assertThat(Exports.verify(tampered.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ExportVerdict.Broken.class,
                        verdict -> assertThat(verdict.broken())
                                .isEqualTo(new LogVerdict.Broken(
                                        3,
                                        "is not what was recorded: its hash does not fit what it says",
                                        third.stream(),
                                        third.type())));
    }

    @Test
    void firstOfTwoFaultsIsNamed() {
        List<String> lines = new ArrayList<>(Exports.lines(export));
        lines.set(2, lines.get(2).replace("approved", "rejected"));
        lines.set(3, "no event");

        assertThat(namedEvent(Exports.verify(Exports.joined(lines)))).isEqualTo(2);
    }

    @Test
    void fileWithoutLineEndsIsRefusedBeforeItFillsTheMemory() {
        assertThat(Exports.verify(new byte[33 * 1024 * 1024]))
                .isEqualTo(new ExportVerdict.Unreadable(1, "is longer than any event"));
    }

    @Test
    void logWrittenAnewIsFoundOutByAStatementOnly() {
        EventLog anew = Exports.log("requisitions", "rejected", EVENTS);

        assertThat(Exports.verify(Exports.of(anew))).isInstanceOf(ExportVerdict.Whole.class);
        assertThat(namedEvent(Exports.verify(Exports.of(anew), Exports.statement(log))))
                .isEqualTo(EVENTS);
        assertThat(Exports.verify(export, Exports.statement(log))).isInstanceOf(ExportVerdict.Whole.class);
    }

    @Test
    void earlierStatementHoldsForALaterExport() {
        HeadsStatement earlier = Exports.statement(Exports.log("requisitions", "approved", 4));

        assertThat(Exports.verify(export, earlier)).isInstanceOf(ExportVerdict.Whole.class);
    }

    @Test
    void exportThatEndsBeforeTheStatedHeadMissesEvents() {
        HeadsStatement later = Exports.statement(Exports.log("requisitions", "approved", EVENTS + 2));

        assertThat(Exports.verify(export, later))
                .isInstanceOfSatisfying(
                        ExportVerdict.Broken.class,
                        verdict -> assertThat(verdict.broken())
                                .isEqualTo(new LogVerdict.Broken(
                                        EVENTS + 1,
                                        "is missing: the head is at position " + (EVENTS + 2),
                                        null,
                                        null)));
    }

    @Test
    void statementOfAnotherServiceSaysNothing() {
        assertThat(Exports.verify(export, Exports.statement(Exports.log("operations", "x", 1))))
                .isInstanceOf(ExportVerdict.NotStated.class);
    }
}
