package se.statsbidrag.events.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.inbox.FlowDatabase;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.DeadlineKind;

/** Who owns the intake closes it in its own log, once, a minute after the end of the day in force. With a real PostgreSQL. */
class Truth07ADeadlineIsAMarkInTheLogThatItClosesTest {
    private final EventLog log = FlowDatabase.fresh().log("requisitions");
    private final EventCodec codec = new EventCodec();
    private final DeadlineDefinition deadline =
            ExampleProgramme.definition().onlyDeadline(DeadlineKind.REQUISITION).orElseThrow();

    private ProgrammeRegister register() {
        return ProgrammeRegister.of(
                log.readAfter(0, 1000).stream().map(codec::decode).toList());
    }

    private DeadlineMarker marker() {
        return new DeadlineMarker(log, this::register, codec);
    }

    private List<LocalDate> marked() {
        return log.readAfter(0, 1000).stream()
                .map(event -> codec.decode(event).event())
                .filter(DeadlinePassed.class::isInstance)
                .map(DeadlinePassed.class::cast)
                .filter(mark -> mark.deadline().equals(deadline.id()))
                .map(DeadlinePassed::dueDate)
                .toList();
    }

    private DeadlineInForce inForce() {
        return register()
                .programme(ExampleProgramme.definition().id())
                .flatMap(programme -> programme.deadline(deadline.id()))
                .orElseThrow();
    }

    private void extendTo(LocalDate day) {
        ExampleProgramme.append(
                log,
                "programme/" + ExampleProgramme.definition().id(),
                new DeadlineExtended(ExampleProgramme.definition().id(), deadline.id(), day, "more time"));
    }

    private static Instant minuteAfterEnd(LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(java.time.ZoneId.of("Europe/Stockholm"))
                .toInstant()
                .plus(DeadlineMarker.AFTER_END);
    }

    @Test
    void markFollowsOneMinuteAfterTheEndOfTheSwedishDay() {
        ExampleProgramme.putInForce(log);
        Instant due = minuteAfterEnd(deadline.dueDate());

        marker().markAllDue(due.minusMillis(1));
        assertThat(marked()).isEmpty();
        assertThat(inForce().passed()).isFalse();

        marker().markAllDue(due);
        assertThat(marked()).containsExactly(deadline.dueDate());
        assertThat(inForce().passed()).isTrue();
        assertThat(log.readStream(new se.statsbidrag.events.log.StreamName(
                        "deadline/" + ExampleProgramme.definition().id() + "/" + deadline.id())))
                .hasSize(1);
    }

    @Test
    void markIsAppendedOnce() {
        ExampleProgramme.putInForce(log);
        Instant late = minuteAfterEnd(deadline.dueDate()).plus(Duration.ofDays(400));
        assertThat(marker().markAllDue(late)).isPositive();
        assertThat(marker().markAllDue(late)).isZero();
        assertThat(marked()).hasSize(1);
    }

    @Test
    void onlyTheOwnerOfTheIntakeMarks() {
        ExampleProgramme.putInForce(log);
        EventLog operations = FlowDatabase.fresh().log("operations");
        new DeadlineMarker(operations, this::register, codec)
                .markAllDue(minuteAfterEnd(deadline.dueDate()).plus(Duration.ofDays(400)));
        assertThat(operations.readAfter(0, 100))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(register()
                                .programme(ExampleProgramme.definition().id())
                                .orElseThrow()
                                .deadline(((DeadlinePassed) codec.decode(event).event()).deadline())
                                .orElseThrow()
                                .kind()
                                .log())
                        .isEqualTo("operations"));
        assertThat(marked()).isEmpty();
    }

    @Test
    void anInstanceThatHasNotSeenTheMarkDoesNotMarkAgain() {
        ExampleProgramme.putInForce(log);
        Instant late = minuteAfterEnd(deadline.dueDate());
        ProgrammeRegister old = register();
        new DeadlineMarker(log, this::register, codec).markAllDue(late);
        assertThat(new DeadlineMarker(log, () -> old, codec).markAllDue(late)).isZero();
        assertThat(marked()).hasSize(1);
    }

    @Test
    void ofTwoInstancesThatRaceOneWins() throws Exception {
        ExampleProgramme.putInForce(log);
        Instant late = minuteAfterEnd(deadline.dueDate());
        int instances = 4;
        CyclicBarrier together = new CyclicBarrier(instances);
        try (ExecutorService threads = Executors.newFixedThreadPool(instances)) {
            List<Future<Integer>> races = new ArrayList<>();
            for (int instance = 0; instance < instances; instance++) {
                ProgrammeRegister seen = register();
                DeadlineMarker marker = new DeadlineMarker(log, () -> seen, codec);
                races.add(threads.submit(() -> {
                    together.await();
                    return marker.markAllDue(late);
                }));
            }
            for (Future<Integer> race : races) {
                race.get();
            }
        }
        assertThat(marked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"before it passed, false", "after it passed, true"})
    void extensionMakesAMarkOfAnEarlierDayVoid(String when, boolean markedFirst) {
        ExampleProgramme.putInForce(log);
        LocalDate longer = deadline.dueDate().plusDays(13);
        if (markedFirst) {
            marker().markAllDue(minuteAfterEnd(deadline.dueDate()));
        }
        extendTo(longer);
        assertThat(inForce().passed()).as(when).isFalse();
        assertThat(inForce().dueDate()).isEqualTo(longer);
        assertThat(inForce()
                        .inTime(deadline.dueDate()
                                .plusDays(5)
                                .atStartOfDay(java.time.ZoneId.of("Europe/Stockholm"))
                                .toInstant()))
                .isTrue();

        marker().markAllDue(minuteAfterEnd(deadline.dueDate()));
        assertThat(inForce().passed()).isFalse();
        marker().markAllDue(minuteAfterEnd(longer));
        assertThat(inForce().passed()).isTrue();
        assertThat(marked()).last().isEqualTo(longer);
    }

    @Test
    void extensionOutlivesANewVersionThatStatesTheSameDay() {
        ExampleProgramme.putInForce(log);
        LocalDate longer = deadline.dueDate().plusDays(7);
        extendTo(longer);
        ExampleProgramme.append(
                log,
                "programme/" + ExampleProgramme.definition().id(),
                ExampleProgramme.proposed(2),
                ExampleProgramme.activated(2));
        assertThat(inForce().dueDate()).isEqualTo(longer);
        assertThat(register()
                        .programme(ExampleProgramme.definition().id())
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void proposedVersionRulesNothing() {
        ExampleProgramme.append(
                log, "programme/" + ExampleProgramme.definition().id(), ExampleProgramme.proposed());
        assertThat(register().programmes()).isEmpty();
        assertThat(register().proposal(ExampleProgramme.definition().id(), 1)).isPresent();
        assertThat(marker().markAllDue(Instant.parse("2030-01-01T00:00:00Z"))).isZero();
    }

    @Test
    void orderBetweenTheLogsDoesNotMatter() {
        ExampleProgramme.putInForce(log);
        EventLog operations = FlowDatabase.fresh().log("operations");
        new DeadlineMarker(operations, this::register, codec).markAllDue(Instant.parse("2030-01-01T00:00:00Z"));
        var programme = log.readAfter(0, 100).stream().map(codec::decode).toList();
        var marks = operations.readAfter(0, 100).stream().map(codec::decode).toList();
        var forth = new ArrayList<>(programme);
        forth.addAll(marks);
        var back = new ArrayList<>(marks);
        back.addAll(programme);
        assertThat(passedDeadlines(ProgrammeRegister.of(forth)))
                .isNotEmpty()
                .isEqualTo(passedDeadlines(ProgrammeRegister.of(back)));
    }

    private static String passedDeadlines(ProgrammeRegister register) {
        return register.programmes().stream()
                .flatMap(programme -> programme.deadlines().stream())
                .filter(DeadlineInForce::passed)
                .map(passed -> passed.id() + " " + passed.passedBy())
                .collect(Collectors.joining(", "));
    }
}
