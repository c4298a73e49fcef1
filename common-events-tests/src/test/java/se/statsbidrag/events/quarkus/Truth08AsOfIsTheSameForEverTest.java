package se.statsbidrag.events.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.inbox.ExampleEvents;
import se.statsbidrag.events.log.EventLog;

/** What was recorded by an instant is the same whenever one asks, because every source first confirms it. */
@QuarkusTest
@RunningService
class Truth08AsOfIsTheSameForEverTest {
    @Inject
    AsOf asOf;

    @Inject
    EventLog own;

    @Inject
    SourceServer source;

    @Inject
    BusinessClock clock;

    @Test
    void eventsRecordedByAnInstantAreTheSameForEver() {
        ExampleEvents.append(own, 2);
        ExampleEvents.append(source.log(), 2);
        Instant instant = clock.instant();
        Map<String, Long> first = asOf.positionsAt(instant);
        assertThat(first).containsEntry("operations", source.log().head().position());

        ExampleEvents.append(own, 2);
        ExampleEvents.append(source.log(), 2);
        assertThat(asOf.positionsAt(instant)).isEqualTo(first);
        assertThat(own.readAfter(own.head().position() - 2, 2))
                .allSatisfy(event -> assertThat(event.recordedAt()).isAfter(instant));
    }

    @Test
    void instantThatAClockHasAlmostReachedIsWaitedFor() {
        Instant soon = clock.instant().plus(Duration.ofMillis(500));
        asOf.positionsAt(soon);
        assertThat(clock.instant()).isAfterOrEqualTo(soon);
    }

    @Test
    void futureInstantIsAProblemThatNamesTheSource() {
        assertThatThrownBy(() -> asOf.positionsAt(clock.instant().plus(Duration.ofDays(400))))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(422);
                    assertThat(e.problem().faults().getFirst().field()).isEqualTo("asOf");
                    assertThat(e.problem().detail()).containsAnyOf("requisitions", "operations");
                });
    }

    @Test
    void silentSourceIsAProblem() {
        source.silent(true);
        try {
            assertThatThrownBy(() -> asOf.positionsAt(clock.instant()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(503));
        } finally {
            source.silent(false);
        }
    }
}
