package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.statsbidrag.events.log.Examples.add;
import static se.statsbidrag.events.log.Examples.append;
import static se.statsbidrag.events.log.Examples.event;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every log promises about the time at which it records. */
abstract class RecordedTimeContract {
    LogUnderTest test;
    EventLog log;

    /** A new, empty log. */
    abstract LogUnderTest emptyLog();

    @BeforeEach
    void makeLog() {
        test = emptyLog();
        log = test.log();
    }

    Head wholeLog() {
        Head head = log.head();
        assertThat(LogVerifier.verify(log)).isEqualTo(new LogVerdict.Whole(head.position(), head.hash()));
        return head;
    }

    @Nested
    @DisplayName("truth 3: recorded time never goes back")
    class RecordedTime {
        @Test
        void itIsTheClocksToTheMicrosecond() {
            Instant before = test.clock().instant();
            Instant recorded = append(log, add("a", 0, 1)).events().getFirst().recordedAt();
            Instant after = test.clock().instant();

            assertThat(recorded).isBetween(before, after).isEqualTo(recorded.truncatedTo(ChronoUnit.MICROS));
        }

        @Test
        void theEventsOfOneAppendShareIt() {
            Appended appended = append(log, add("a", 0, 2), add("b", 0, 2));

            Set<Instant> times = new TreeSet<>();
            appended.events().forEach(event -> times.add(event.recordedAt()));
            assertThat(times).containsExactly(appended.head().time());
        }

        @Test
        void itIsAfterTheHeadsEvenWhenTheClockIsSetBack() {
            Instant first = append(log, add("a", 0, 1)).head().time();
            test.moveClock().accept(Duration.ofSeconds(-3));

            Instant second = append(log, add("a", 1, 1)).head().time();

            assertThat(second).isAfter(first).isBefore(first.plusSeconds(2));
            wholeLog();
        }

        @Test
        void aHeadTooFarAheadOfTheClockRefusesAppendsUntilTheClockHasCaughtUp() {
            Head head = append(log, add("a", 0, 1)).head();
            test.moveClock().accept(Duration.ofSeconds(-30));

            assertThatExceptionOfType(HeadAhead.class)
                    .isThrownBy(() -> append(log, add("a", 1, 1)))
                    .withMessageContaining(log.name());
            assertThat(log.head()).isEqualTo(head);

            test.moveClock().accept(Duration.ofSeconds(30));
            assertThat(append(log, add("a", 1, 1)).head().position()).isEqualTo(2);
        }
    }

    @Nested
    @DisplayName("truth 8: once an instant is sealed, nothing more is recorded at or before it")
    class Sealing {
        @Test
        void whatIsRecordedAfterwardsIsLater() {
            append(log, add("a", 0, 1));
            Instant now = test.clock().instant();

            Head sealed = log.seal(now);

            assertThat(sealed.time()).isAfterOrEqualTo(now);
            assertThat(sealed.position()).isEqualTo(1);
            assertThat(log.head()).isEqualTo(sealed);
            assertThat(append(log, add("a", 1, 1)).head().time()).isAfter(now);
        }

        @Test
        void itHoldsWhenTheClockIsSetBack() {
            Instant now = test.clock().instant();
            log.seal(now);
            test.moveClock().accept(Duration.ofSeconds(-4));

            assertThat(append(log, add("a", 0, 1)).head().time()).isAfter(now);
        }

        @Test
        void anInstantThatTheClockHasNotReachedIsRefused() {
            Head before = append(log, add("a", 0, 1)).head();

            assertThatExceptionOfType(NotYetReached.class)
                    .isThrownBy(() -> log.seal(test.clock().instant().plusSeconds(10)))
                    .withMessageContaining(log.name());
            assertThat(log.head()).isEqualTo(before);
        }

        @Test
        void anInstantInThePastChangesNothing() {
            Head head = append(log, add("a", 0, 1)).head();

            assertThat(head.position()).isEqualTo(1);
            assertThat(log.seal(head.time())).isEqualTo(head);
            assertThat(log.seal(head.time().minusSeconds(100))).isEqualTo(head);
            assertThat(log.head()).isEqualTo(head);
        }

        @Test
        void aPartOfAMicrosecondIsSealedWithTheWholeOfIt() {
            Instant instant = test.clock()
                    .instant()
                    .minusSeconds(1)
                    .truncatedTo(ChronoUnit.MICROS)
                    .plusNanos(1);

            assertThat(log.seal(instant).time()).isAfterOrEqualTo(instant);
        }

        @Test
        void sealsAndAppendsAtTheSameTimeAgree() {
            List<Callable<Boolean>> works = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String name = "writer-" + writer;
                works.add(() -> {
                    for (int round = 0; round < 20; round++) {
                        append(log, add(name, round, 1));
                    }
                    return true;
                });
            }
            for (int sealer = 0; sealer < 2; sealer++) {
                works.add(() -> IntStream.range(0, 20).allMatch(_ -> {
                    Instant instant = test.clock().instant();
                    Head sealed = log.seal(instant);
                    return log.readAfter(sealed.position(), 1_000).stream()
                            .allMatch(event -> event.recordedAt().isAfter(instant));
                }));
            }

            assertThat(Together.run(works)).containsOnly(true);
            assertThat(wholeLog().position()).isEqualTo(80);
        }
    }
}
