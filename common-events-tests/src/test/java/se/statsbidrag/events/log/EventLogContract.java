package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.statsbidrag.events.log.Examples.OFFICER;
import static se.statsbidrag.events.log.Examples.add;
import static se.statsbidrag.events.log.Examples.all;
import static se.statsbidrag.events.log.Examples.append;
import static se.statsbidrag.events.log.Examples.event;
import static se.statsbidrag.events.log.Examples.guard;
import static se.statsbidrag.events.log.Examples.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every log promises, wherever it keeps its events: order, versions and, from {@link RecordedTimeContract}, time. */
abstract class EventLogContract extends RecordedTimeContract {
    @Nested
    @DisplayName("truth 1: a log is dense and commit-ordered")
    class DenseAndCommitOrdered {
        @Test
        void positionsHaveNoGapsOverAllStreams() {
            append(log, add("a", 0, 2), add("b", 0, 1));
            append(log, add("a", 2, 1));

            assertThat(all(log)).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L, 4L);
            assertThat(all(log))
                    .extracting(e -> e.stream() + "@" + e.version())
                    .containsExactly(stream("a") + "@1", stream("a") + "@2", stream("b") + "@1", stream("a") + "@3");
            assertThat(wholeLog().position()).isEqualTo(4);
        }

        @Test
        void whatAnAppendAnswersIsWhatStandsInTheLog() {
            Appended appended = append(log, add("a", 0, 2), add("b", 0, 1));

            assertThat(appended.events()).hasSize(3).isEqualTo(all(log));
            assertThat(appended.head()).isEqualTo(log.head());
            RecordedEvent first = appended.events().getFirst();
            assertThat(first.log()).isEqualTo(log.name());
            assertThat(first.actor()).isEqualTo(OFFICER.actor());
            assertThat(first.trace()).isEqualTo(OFFICER.trace());
            assertThat(first.type()).isEqualTo("requisition-approved");
            assertThat(first.payload()).contains("a 1");
            assertThat(first.previousHash()).isEqualTo("0".repeat(64));
        }

        @Test
        void anEmptyLogHasAnEmptyHead() {
            assertThat(log.head().position()).isZero();
            assertThat(log.head().hash()).isEqualTo("0".repeat(64));
            assertThat(all(log)).isEmpty();
            assertThat(log.readStream(stream("a"))).isEmpty();
            assertThat(append(log, add("a", 0, 1)).head().position()).isEqualTo(1);
        }

        @Test
        void readersPageThroughIt() {
            append(log, add("a", 0, 7));

            assertThat(log.readAfter(0, 3)).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L);
            assertThat(log.readAfter(3, 3)).extracting(RecordedEvent::position).containsExactly(4L, 5L, 6L);
            assertThat(log.readAfter(6, 3)).extracting(RecordedEvent::position).containsExactly(7L);
            assertThat(log.readAfter(7, 3)).isEmpty();
            assertThat(log.readAfter(70, 3)).isEmpty();
        }

        @Test
        void aStreamIsReadInItsOrder() {
            append(log, add("a", 0, 1));
            append(log, add("b", 0, 1));
            append(log, add("a", 1, 2));

            assertThat(log.readStream(stream("a")))
                    .extracting(RecordedEvent::position)
                    .containsExactly(1L, 3L, 4L);
            assertThat(log.readStreamAfter(stream("a"), 1))
                    .extracting(RecordedEvent::position)
                    .containsExactly(3L, 4L);
            assertThat(log.readStreamAfter(stream("a"), 3)).isEmpty();
            assertThat(log.readStreamAfter(stream("c"), 1)).isEmpty();
        }

        @Test
        void aTransactionThatFailsLeavesNoGapAndNoTrace() {
            append(log, add("a", 0, 1));
            Head before = log.head();

            assertThatThrownBy(() -> test.transactions().inTransaction(() -> {
                        append(log, add("a", 1, 2));
                        assertThat(log.head().position()).isEqualTo(3);
                        throw new IllegalStateException("the command failed after its append");
                    }))
                    .hasMessageContaining("after its append");

            assertThat(log.head()).isEqualTo(before);
            assertThat(log.readStream(stream("a"))).hasSize(1);
            assertThat(append(log, add("a", 1, 1)).head().position()).isEqualTo(2);
            wholeLog();
        }

        @Test
        void appendsOfOneTransactionFollowEachOther() {
            test.transactions().inTransaction(() -> {
                append(log, add("a", 0, 1));
                return append(log, add("a", 1, 1), add("b", 0, 1));
            });

            assertThat(all(log)).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L);
            wholeLog();
        }

        @Test
        void sixteenWritersOfDifferentStreamsLeaveNoGapAndEveryReaderSeesTheSameOrder() {
            int writers = 16;
            int rounds = 20;
            List<Callable<List<RecordedEvent>>> works = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "writer-" + writer;
                works.add(() -> {
                    List<RecordedEvent> seen = new ArrayList<>();
                    for (int round = 0; round < rounds; round++) {
                        append(log, add(name, round, 1));
                        seen.addAll(log.readAfter(seen.size(), 1_000));
                    }
                    return seen;
                });
            }

            List<List<RecordedEvent>> readers = Together.run(works);

            List<RecordedEvent> events = all(log);
            assertThat(events)
                    .extracting(RecordedEvent::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) writers * rounds)
                            .boxed()
                            .toList());
            assertThat(readers).allSatisfy(seen -> assertThat(seen).isEqualTo(events.subList(0, seen.size())));
            wholeLog();
        }
    }

    @Nested
    @DisplayName("truth 2: two writers of one stream cannot both win")
    class OneWriterWins {
        @Test
        void theSecondWriterIsToldWhatTheFirstDid() {
            append(log, add("a", 0, 2));

            assertThatExceptionOfType(VersionConflict.class)
                    .isThrownBy(() -> append(log, add("a", 0, 1)))
                    .satisfies(conflict -> {
                        assertThat(conflict.stream()).isEqualTo(stream("a"));
                        assertThat(conflict.expected()).isZero();
                        assertThat(conflict.actual()).isEqualTo(2);
                    });
            assertThatExceptionOfType(VersionConflict.class).isThrownBy(() -> append(log, add("a", 3, 1)));
            assertThat(all(log)).hasSize(2);
        }

        @Test
        void aConflictInOneStreamKeepsTheOthersOutToo() {
            append(log, add("a", 0, 1));

            assertThatExceptionOfType(VersionConflict.class)
                    .isThrownBy(() -> append(log, add("b", 0, 1), add("a", 0, 1)));

            assertThat(log.readStream(stream("b"))).isEmpty();
            assertThat(append(log, add("b", 0, 1)).head().position()).isEqualTo(2);
        }

        @Test
        void aGuardHoldsWhileItsStreamIsAsTheWriterSawIt() {
            append(log, add("scopes", 0, 1));

            assertThat(append(log, guard("scopes", 1), add("a", 0, 1)).events()).hasSize(1);
            assertThatExceptionOfType(VersionConflict.class)
                    .isThrownBy(() -> append(log, guard("scopes", 0), add("a", 1, 1)));
            assertThat(all(log)).hasSize(2);
        }

        @Test
        void guardsAloneRecordNothing() {
            Head head = append(log, add("a", 0, 1)).head();

            Appended nothing = append(log, guard("a", 1), guard("b", 0));

            assertThat(nothing).isEqualTo(new Appended(head, List.of()));
            assertThat(log.append(List.of(), OFFICER)).isEqualTo(nothing);
            assertThat(log.head()).isEqualTo(head);
            assertThatExceptionOfType(VersionConflict.class).isThrownBy(() -> append(log, guard("a", 0)));
        }

        @Test
        void oneAppendMayReturnToAStream() {
            append(log, add("a", 0, 1), add("b", 0, 1), add("a", 1, 1), guard("a", 2));

            assertThat(log.readStream(stream("a")))
                    .extracting(RecordedEvent::version)
                    .containsExactly(1L, 2L);
            assertThatExceptionOfType(VersionConflict.class)
                    .isThrownBy(() -> append(log, add("a", 2, 1), add("a", 2, 1)));
        }

        @Test
        void ofEightWritersOfOneStreamExactlyOneWinsEachRound() {
            int rounds = 10;
            for (int round = 0; round < rounds; round++) {
                long expected = round;
                List<Callable<Boolean>> writers = IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(writer -> () -> wins(expected, "writer " + writer))
                        .toList();

                assertThat(Together.run(writers)).containsOnlyOnce(true);
            }
            assertThat(log.readStream(stream("a"))).hasSize(rounds);
            wholeLog();
        }

        private boolean wins(long expected, String writer) {
            try {
                append(log, new StreamAppend(stream("a"), expected, List.of(event(writer))));
                return true;
            } catch (VersionConflict e) {
                return false;
            }
        }
    }
}
