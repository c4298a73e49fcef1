package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.statsbidrag.events.log.Examples.add;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("truth 14: tampering shows")
class Truth14TamperingShowsTest {
    private Postgres postgres;
    private PostgresEventLog log;

    @BeforeEach
    void sixEvents() {
        postgres = Postgres.fresh();
        log = postgres.log();
        log.append(List.of(add("a", 0, 2)), Examples.OFFICER);
        log.append(List.of(add("b", 0, 1), add("a", 2, 1)), Examples.OFFICER);
        log.append(List.of(add("b", 1, 2)), Examples.OFFICER);
        assertThat(LogVerifier.verify(log)).isInstanceOf(LogVerdict.Whole.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            payload       | replace(payload, 'b 1', 'b 7')
            recorded_at   | recorded_at + interval '1 microsecond'
            actor         | 'officer-2'
            trace         | ''
            type          | 'requisition-rejected'
            schema        | 2
            stream        | 'requisition/shorter-queues-2025/c'
            version       | 9
            hash          | reverse(hash)
            previous_hash | reverse(previous_hash)
            """)
    void aChangedColumnNamesTheEvent(String column, String change) {
        postgres.tamper("UPDATE log_event SET %s = %s WHERE position = 3".formatted(column, change));

        assertThat(LogVerifier.verify(log))
                .isInstanceOfSatisfying(
                        LogVerdict.Broken.class,
                        broken ->
                                assertThat(broken.position()).as(broken.fault()).isEqualTo(3));
    }

    @Test
    void aChangeWithANewHashNamesTheEventAfterIt() {
        RecordedEvent third = log.readAfter(2, 1).getFirst();
        EncodedEvent forged =
                new EncodedEvent(third.type(), third.schema(), third.payload().replace("b 1", "b 7"));
        String hash = HashChain.link(
                        third.previousHash(),
                        third.log(),
                        third.position(),
                        third.stream(),
                        third.version(),
                        forged,
                        third.recordedAt(),
                        Examples.OFFICER)
                .hash();
        postgres.tamper("UPDATE log_event SET payload = '%s', hash = '%s' WHERE position = 3"
                .formatted(forged.payload(), hash));

        assertThat(LogVerifier.verify(log))
                .isEqualTo(new LogVerdict.Broken(
                        4,
                        "does not follow event 3: it was recorded after another one",
                        Examples.stream("a"),
                        "requisition-approved"));
    }

    @Test
    void aDeletedEventIsNamed() {
        postgres.tamper("DELETE FROM log_event WHERE position = 3");

        assertThat(LogVerifier.verify(log)).isEqualTo(LogVerdict.Broken.missing(3, "is missing: position 4 follows 2"));
    }

    @Test
    void theLastEventDeletedIsNamed() {
        postgres.tamper("DELETE FROM log_event WHERE position = 6");

        assertThat(LogVerifier.verify(log))
                .isEqualTo(LogVerdict.Broken.missing(6, "is missing: the head is at position 6"));
    }

    @Test
    void swappedEventsAreNamedByTheFirst() {
        postgres.tamper("""
                UPDATE log_event SET position = 1000 WHERE position = 3;
                UPDATE log_event SET position = 3 WHERE position = 4;
                UPDATE log_event SET position = 4 WHERE position = 1000""");

        assertThat(LogVerifier.verify(log))
                .isInstanceOfSatisfying(
                        LogVerdict.Broken.class,
                        broken -> assertThat(broken.position()).isEqualTo(3));
    }

    @Test
    void aHeadThatNamesAnotherEventIsNamed() {
        postgres.tamper("UPDATE log_head SET hash = reverse(hash)");

        assertThat(LogVerifier.verify(log))
                .isInstanceOfSatisfying(
                        LogVerdict.Broken.class,
                        broken -> assertThat(broken.position()).isEqualTo(6));
    }

    @Test
    void aLogWrittenAnewIsFoundOutByAHeadThatIsKeptElsewhere() {
        Head keptElsewhere = log.head();
        List<RecordedEvent> anew = new ArrayList<>();
        String hash = HashChain.BEGINNING;
        for (RecordedEvent event : log.readAfter(0, 100)) {
            EncodedEvent forged = new EncodedEvent(
                    event.type(), event.schema(), event.payload().replace("b 1", "b 7"));
            anew.add(HashChain.link(
                    hash,
                    event.log(),
                    event.position(),
                    event.stream(),
                    event.version(),
                    forged,
                    event.recordedAt(),
                    Examples.OFFICER));
            hash = anew.getLast().hash();
        }
        LogPages pages = (position, limit) -> anew.subList((int) position, anew.size());

        assertThat(LogVerifier.verify(pages, new Head(log.name(), 6, hash, keptElsewhere.time())))
                .isInstanceOf(LogVerdict.Whole.class);
        assertThat(LogVerifier.verify(pages, keptElsewhere))
                .isEqualTo(new LogVerdict.Broken(
                        6,
                        "is not the event that the head names: this log was written anew",
                        Examples.stream("b"),
                        "requisition-approved"));
    }

    @Test
    void anEarlierHeadThatIsKeptElsewhereIsMetOnTheWay() {
        Head earlier = log.head();
        log.append(List.of(add("c", 0, 3)), Examples.OFFICER);

        assertThat(LogVerifier.verify(log::readAfter, earlier))
                .isEqualTo(new LogVerdict.Whole(9, log.head().hash()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE log_event SET actor = 'x'",
                "DELETE FROM log_event WHERE position = 3",
                "TRUNCATE log_event"
            })
    void theTablesOwnerCannotChangeWhatIsRecordedByMistake(String change) {
        assertThatExceptionOfType(DatabaseFault.class)
                .isThrownBy(() -> postgres.execute(change))
                .withMessageContaining("append-only");
    }
}
