package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.statsbidrag.events.log.Examples.add;
import static se.statsbidrag.events.log.Examples.all;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("truth 1: a log is dense and commit-ordered, in PostgreSQL")
class Truth01ALogIsDenseAndCommitOrderedTest {
    private Postgres postgres;
    private PostgresEventLog log;

    /** As little of a log as the two open commits need. */
    interface SimpleLog {
        record Seen(long position, String stream) {}

        void append(String stream);

        List<Seen> readAfter(long position);
    }

    @BeforeEach
    void makeLog() {
        postgres = Postgres.fresh();
        log = postgres.log();
    }

    @Test
    void twoOpenCommitsFinishedInTheOtherOrderNeverMakeAReaderSkipOrSwap() {
        SimpleLog simple = new SimpleLog() {
            @Override
            public void append(String stream) {
                log.append(List.of(add(stream, 0, 1)), Examples.OFFICER);
            }

            @Override
            public List<Seen> readAfter(long position) {
                return log.readAfter(position, 100).stream()
                        .map(event -> new Seen(
                                event.position(),
                                event.stream()
                                        .value()
                                        .substring(event.stream().value().lastIndexOf('/') + 1)))
                        .toList();
            }
        };

        readerSeesEverythingInTheOrderOfCommits(simple);
    }

    @Test
    void theSameTestFailsAgainstAPlainSequence() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> readerSeesEverythingInTheOrderOfCommits(new PlainSequenceLog(postgres)))
                .withMessageContaining("seen by the reader");
    }

    /** The first writer has appended and holds its commit; the second wants to append and commit before it. */
    private void readerSeesEverythingInTheOrderOfCommits(SimpleLog simple) {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        List<SimpleLog.Seen> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Opening opening = new Opening(commit)) {
            Future<Boolean> first = threads.submit(() -> postgres.transactions().inTransaction(() -> {
                simple.append("first");
                appended.countDown();
                Until.open(commit);
                return true;
            }));
            Until.open(appended);
            Future<Boolean> second =
                    threads.submit(() -> postgres.transactions().inTransaction(() -> {
                        simple.append("second");
                        return true;
                    }));
            Until.holds("the second has committed or waits", () -> second.isDone() || postgres.somebodyWaits());
            read(simple, seen);
            opening.open();
            Together.result(first);
            Together.result(second);
            read(simple, seen);
        }
        assertThat(seen)
                .as("seen by the reader")
                .containsExactly(new SimpleLog.Seen(1, "first"), new SimpleLog.Seen(2, "second"));
    }

    /** Reads on from the last position it has seen, as the relay does. */
    private static void read(SimpleLog log, List<SimpleLog.Seen> seen) {
        seen.addAll(log.readAfter(seen.isEmpty() ? 0 : seen.getLast().position()));
    }

    @Test
    void aWriterThatIsCutOffInTheMiddleLeavesNoGap() {
        log.append(List.of(add("a", 0, 1)), Examples.OFFICER);

        assertThatExceptionOfType(DatabaseFault.class)
                .isThrownBy(() -> postgres.transactions().inTransaction(() -> {
                    log.append(List.of(add("a", 1, 3)), Examples.OFFICER);
                    postgres.endAllOtherConnections();
                    return true;
                }));

        assertThat(log.append(List.of(add("a", 1, 1)), Examples.OFFICER).head().position())
                .isEqualTo(2);
        assertThat(all(log)).extracting(RecordedEvent::position).containsExactly(1L, 2L);
        assertThat(LogVerifier.verify(log)).isInstanceOf(LogVerdict.Whole.class);
    }

    @Test
    void twoLogsInOneDatabaseHaveTheirOwnPositions() {
        PostgresEventLog other = postgres.log("refusals");

        log.append(List.of(add("a", 0, 2)), Examples.OFFICER);
        other.append(List.of(add("a", 0, 1)), Examples.OFFICER);

        assertThat(log.head().position()).isEqualTo(2);
        assertThat(other.head().position()).isEqualTo(1);
        assertThat(LogVerifier.verify(other)).isInstanceOf(LogVerdict.Whole.class);
    }
}
