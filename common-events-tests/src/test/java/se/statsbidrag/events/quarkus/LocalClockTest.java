package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.DeadlineMarker;
import se.statsbidrag.events.deadline.ExampleProgramme;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.rules.programme.DeadlineKind;

/** The local clock goes forwards only, and whoever has set it has the marks that came due. */
@QuarkusTest
@RunningService
class LocalClockTest {
    @Inject
    EventLog log;

    @Inject
    EventCodec codec;

    @Inject
    Programmes programmes;

    @Inject
    CommandGate gate;

    @Inject
    BusinessClock clock;

    private static Instant now() {
        return OffsetDateTime.parse(given().get("/local/clock").path("now")).toInstant();
    }

    private static int set(Instant instant) {
        return given().contentType(ContentType.JSON)
                .body("{\"now\":\"" + instant + "\"}")
                .put("/local/clock")
                .statusCode();
    }

    @Test
    void freshSystemBeginsIn2025AndGoesOn() {
        assertThat(now()).isAfterOrEqualTo(Instant.parse("2024-12-31T23:00:00Z"));
        assertThat(now()).isBefore(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(given().get("/local/clock").<String>path("now")).matches("202[56]-.*\\+0[12]:00");
    }

    @Test
    void clockGoesForwardsOnly() {
        Instant before = now();
        assertThat(set(before.plus(Duration.ofHours(1)))).isEqualTo(200);
        assertThat(now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
        given().contentType(ContentType.JSON)
                .body("{\"now\":\"" + before + "\"}")
                .put("/local/clock")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        assertThat(given().contentType(ContentType.JSON)
                        .body("{\"now\":\"tomorrow\"}")
                        .put("/local/clock")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void changeWaitsForCommandsInFlight() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Instant> command = threads.submit(() -> gate.pass(() -> {
                inFlight.countDown();
                awaitLatch(finish);
                return clock.instant();
            }));
            awaitLatch(inFlight);
            Instant later = now().plus(Duration.ofMinutes(30));
            Future<Integer> change = threads.submit(() -> set(later));
            await().during(Duration.ofMillis(300)).until(() -> !change.isDone());
            finish.countDown();
            assertThat(change.get()).isEqualTo(200);
            assertThat(command.get()).isBefore(later);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void whoHasSetTheClockHasTheMarksThatCameDue() {
        if (programmes.current().programmes().isEmpty()) {
            ExampleProgramme.putInForce(log);
        }
        DeadlineInForce deadline = programmes
                .require(ExampleProgramme.definition().id())
                .deadline(DeadlineKind.REQUISITION)
                .orElseThrow();
        Instant due = deadline.end().plus(DeadlineMarker.AFTER_END);
        assertThat(clock.instant()).as("no other test sets the clock so far").isBefore(due);

        assertThat(set(due.plusSeconds(1))).isEqualTo(200);

        List<DeadlinePassed> marks = log.readAfter(0, 10_000).stream()
                .map(event -> codec.decode(event).event())
                .filter(DeadlinePassed.class::isInstance)
                .map(DeadlinePassed.class::cast)
                .filter(mark -> mark.deadline().equals(deadline.id()))
                .toList();
        assertThat(marks).extracting(DeadlinePassed::dueDate).containsExactly(deadline.dueDate());
        assertThat(programmes
                        .require(ExampleProgramme.definition().id())
                        .deadline(deadline.id())
                        .orElseThrow()
                        .passed())
                .isTrue();
    }
}
