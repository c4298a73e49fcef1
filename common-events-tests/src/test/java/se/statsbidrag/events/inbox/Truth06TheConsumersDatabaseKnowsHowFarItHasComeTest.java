package se.statsbidrag.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.RecordedEvent;

/** Neither duplicates, reordering, gaps nor a lost last event change what a service makes of a log. */
class Truth06TheConsumersDatabaseKnowsHowFarItHasComeTest extends FollowedSource {
    @Test
    void whatIsAtOrBelowTheWatermarkIsDropped() {
        LogFollower follower = follower(new Mute("operations"));
        List<RecordedEvent> events = ExampleEvents.append(source, 5);
        follower.receive(events);
        follower.receive(events);
        follower.receive(events.subList(2, 4));
        assertAllTakenInOnce(5);
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<RecordedEvent> messages = new ArrayList<>(ExampleEvents.append(source, 60));
        messages.addAll(messages.subList(10, 40));
        Collections.shuffle(messages, random);
        LogFollower follower = follower();
        while (!messages.isEmpty()) {
            int size = Math.min(messages.size(), 1 + random.nextInt(7));
            follower.receive(List.copyOf(messages.subList(0, size)));
            messages.subList(0, size).clear();
        }
        assertThat(lines.positions()).as("seed %d", seed).hasSize(60);
        assertAllTakenInOnce(60);
    }

    @Test
    void gapIsHealedFromTheSource() {
        LogFollower follower = follower();
        List<RecordedEvent> events = ExampleEvents.append(source, 1200);
        follower.receive(events.subList(0, 1));
        follower.receive(events.subList(1190, 1191));
        assertAllTakenInOnce(1200);
    }

    @Test
    void gapWaitsForASourceThatIsSilent() {
        List<RecordedEvent> events = ExampleEvents.append(source, 3);
        Mute mute = new Mute("operations");
        LogFollower follower = follower(mute);
        follower.receive(events.subList(2, 3));
        assertThat(follower.state()).isInstanceOf(FollowerState.SourceSilent.class);
        assertThat(lines.positions()).isEmpty();
        follower.receive(events);
        assertAllTakenInOnce(3);
        assertThat(follower.state()).isInstanceOf(FollowerState.Following.class);
    }

    @Test
    void lostLastEventIsFoundByComparingHeads() {
        LogFollower follower = follower();
        follower.receive(ExampleEvents.append(source, 2));
        ExampleEvents.append(source, 1);
        follower.catchUp();
        assertAllTakenInOnce(3);
    }

    @Test
    void failureUndoesTheBatchAndItIsTakenInLater() {
        LogFollower follower = follower();
        lines.failing = true;
        follower.receive(ExampleEvents.append(source, 4));
        assertThat(follower.state()).isInstanceOf(FollowerState.Failing.class);
        assertThat(lines.positions()).isEmpty();
        assertThat(inbox.watermark("operations").position()).isZero();
        assertThat(inbox.readAfter("operations", 0, 10)).isEmpty();

        lines.failing = false;
        follower.catchUp();
        assertAllTakenInOnce(4);
    }

    @Test
    void severalInstancesTakeEachEventInOnce() throws Exception {
        List<RecordedEvent> events = ExampleEvents.append(source, 300);
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int instance = 0; instance < 4; instance++) {
                LogFollower follower = follower();
                all.add(instances.submit(() -> {
                    for (int from = 0; from < 300; from += 10) {
                        follower.receive(events.subList(from, from + 10));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        follower().catchUp();
        assertAllTakenInOnce(300);
    }

    @Test
    void readerWaitsUntilHisPositionIsIncluded() throws Exception {
        ExampleEvents.append(source, 3);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Boolean> waiting =
                    reader.submit(() -> watermarks.await(Map.of("operations", 3L), Duration.ofSeconds(30)));
            assertThat(watermarks.await(Map.of("operations", 1L), Duration.ZERO))
                    .isFalse();
            follower().catchUp();
            await().until(waiting::isDone);
            assertThat(waiting.get()).isTrue();
        }
    }

    @Test
    void rebuiltReadModelIsAsItWas() {
        LogFollower follower = follower();
        ExampleEvents.append(source, 20);
        follower.catchUp();
        List<Long> before = lines.positions();
        new Rebuild(List.of(new StoredCopies("operations", inbox)), inbox, database.transactions(), new EventCodec())
                .rebuild(List.of(lines));
        assertThat(lines.positions()).isEqualTo(before);
        ExampleEvents.append(source, 1);
        follower.catchUp();
        assertAllTakenInOnce(21);
    }

    @Test
    void eventsRecordedByAnInstantAreABeginningOfTheLog() {
        List<RecordedEvent> events = ExampleEvents.append(source, 5);
        follower().catchUp();
        EventSource copies = new StoredCopies("operations", inbox);
        for (RecordedEvent event : events) {
            assertThat(copies.positionRecordedBy(event.recordedAt(), 5)).isEqualTo(event.position());
            assertThat(copies.positionRecordedBy(event.recordedAt(), 2)).isEqualTo(Math.min(2, event.position()));
        }
        assertThat(copies.positionRecordedBy(Instant.parse("2024-01-01T00:00:00Z"), 5))
                .isZero();
        assertThat(copies.positionRecordedBy(Instant.parse("2026-01-01T00:00:00Z"), 5))
                .isEqualTo(5);
        assertThat(copies.positionRecordedBy(Instant.parse("2026-01-01T00:00:00Z"), 0))
                .isZero();
    }

    /** A source that does not answer. */
    private record Mute(String log) implements LogFeed {
        @Override
        public Head head() {
            throw new SourceUnreachable(log, "it is down");
        }

        @Override
        public List<RecordedEvent> readAfter(long position, int limit) {
            throw new SourceUnreachable(log, "it is down");
        }

        @Override
        public Head seal(Instant instant) {
            throw new SourceUnreachable(log, "it is down");
        }
    }
}
