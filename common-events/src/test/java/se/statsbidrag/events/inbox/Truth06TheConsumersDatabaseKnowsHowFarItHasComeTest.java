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
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.HashChain;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.Jdbc;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * Neither duplicates, reordering, gaps nor a lost last event change what a service makes of a log; a source that is not
 * what it was stops it. With the inbox in a real PostgreSQL.
 */
class Truth06TheConsumersDatabaseKnowsHowFarItHasComeTest {
    private final FlowDatabase database = FlowDatabase.fresh();
    private final InboxStore inbox = new PostgresInboxStore(database.dataSource());
    private final InMemoryEventLog source = ExampleEvents.source("operations");
    private final Lines lines = new Lines();
    private final Watermarks watermarks = new Watermarks(inbox, List.of("operations"));

    /** A read model in the same database: one line for each event told. */
    private final class Lines implements Projection {
        private volatile boolean failing;

        Lines() {
            execute("CREATE TABLE line (number bigserial, position bigint UNIQUE)");
        }

        @Override
        public Set<String> logs() {
            return Set.of("operations");
        }

        @Override
        public void apply(String log, List<DecodedEvent> events) {
            events.forEach(event -> execute(
                    "INSERT INTO line (position) VALUES (" + event.recorded().position() + ")"));
            if (failing) {
                throw new IllegalStateException("the read model fails after it has written");
            }
        }

        @Override
        public void reset() {
            execute("DELETE FROM line");
        }

        List<Long> positions() {
            return Jdbc.with(database.dataSource(), connection -> {
                List<Long> positions = new ArrayList<>();
                try (var rows =
                        connection.createStatement().executeQuery("SELECT position FROM line ORDER BY number")) {
                    while (rows.next()) {
                        positions.add(rows.getLong(1));
                    }
                }
                return positions;
            });
        }
    }

    private boolean execute(String sql) {
        return Jdbc.with(database.dataSource(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private LogFollower follower(LogFeed feed) {
        return new LogFollower(
                feed, true, inbox, database.transactions(), new EventCodec(), List.of(lines), watermarks::moved);
    }

    private LogFollower follower() {
        return follower(new OwnLogFeed(source));
    }

    private void assertAllTakenInOnce(int count) {
        assertThat(lines.positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(inbox.readAfter("operations", 0, count + 1)).isEqualTo(source.readAfter(0, count + 1));
        assertThat(inbox.watermark("operations").position()).isEqualTo(count);
    }

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
    void forgedMessageIsNotTakenInAndTheSourcesEventIs() {
        LogFollower follower = follower();
        RecordedEvent real = ExampleEvents.append(source, 1).getFirst();
        follower.receive(List.of(with(real, real.payload().replace("number 0", "number 9"), real.hash())));
        assertAllTakenInOnce(1);
    }

    @Test
    void sourceWhoseChainIsBrokenStopsTheFollowerAndNamesTheEvent() {
        ExampleEvents.append(source, 5);
        LogFollower follower = follower(new Tampered(source, 4));
        follower.catchUp();
        assertThat(follower.state()).isInstanceOfSatisfying(FollowerState.Stopped.class, stopped -> {
            assertThat(stopped.event()).hasToString("operations:4");
            assertThat(stopped.reason()).contains("hash");
        });
        follower.receive(source.readAfter(0, 5));
        assertThat(inbox.watermark("operations").position()).isLessThan(4);
    }

    @Test
    void sourceThatLostItsEndStopsTheFollower() {
        LogFollower follower = follower(new Shortened(source));
        follower.receive(ExampleEvents.append(source, 3));
        follower.catchUp();
        assertThat(follower.state()).isInstanceOf(FollowerState.Stopped.class);
    }

    @Test
    void eventOfAnUnknownTypeStopsTheFollowerAndIsNeverSkipped() {
        List<RecordedEvent> events = ExampleEvents.append(source, 1);
        RecordedEvent unknown = linked(events.getFirst(), "from-the-future", 1);
        LogFollower follower = follower();
        follower.receive(List.of(events.getFirst(), unknown, linked(unknown, "tie-resolved", 1)));
        assertThat(follower.state())
                .isInstanceOfSatisfying(
                        FollowerState.Stopped.class,
                        stopped -> assertThat(stopped.event()).hasToString("operations:2"));
        assertThat(lines.positions()).containsExactly(1L);
    }

    @Test
    void eventOfAnUnknownSchemaStopsTheFollower() {
        List<RecordedEvent> events = ExampleEvents.append(source, 1);
        LogFollower follower = follower();
        follower.receive(List.of(events.getFirst(), linked(events.getFirst(), "tie-resolved", 99)));
        assertThat(follower.state()).isInstanceOf(FollowerState.Stopped.class);
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
        assertThat(copies.readRecordedBy(events.get(2).recordedAt())).isEqualTo(events.subList(0, 3));
        assertThat(copies.readRecordedBy(Instant.parse("2024-01-01T00:00:00Z"))).isEmpty();
        assertThat(copies.readRecordedBy(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo(events);
    }

    private static RecordedEvent linked(RecordedEvent previous, String type, int schema) {
        RecordedEvent event = new RecordedEvent(
                previous.log(),
                previous.position() + 1,
                previous.stream(),
                previous.version() + 1,
                type,
                schema,
                previous.recordedAt(),
                previous.actor(),
                previous.trace(),
                previous.authentication(),
                previous.payload(),
                previous.hash(),
                "");
        return with(event, event.payload(), HashChain.hash(event));
    }

    private static RecordedEvent with(RecordedEvent event, String payload, String hash) {
        return new RecordedEvent(
                event.log(),
                event.position(),
                event.stream(),
                event.version(),
                event.type(),
                event.schema(),
                event.recordedAt(),
                event.actor(),
                event.trace(),
                event.authentication(),
                payload,
                event.previousHash(),
                hash);
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

    /** A source in which someone changed an event. */
    private record Tampered(EventLog real, long changed) implements LogFeed {
        @Override
        public String log() {
            return real.name();
        }

        @Override
        public Head head() {
            return real.head();
        }

        @Override
        public List<RecordedEvent> readAfter(long position, int limit) {
            return real.readAfter(position, limit).stream()
                    .map(event -> event.position() == changed
                            ? with(event, event.payload().replace("number", "NUMBER"), event.hash())
                            : event)
                    .toList();
        }

        @Override
        public Head seal(Instant instant) {
            return real.seal(instant);
        }
    }

    /** A source that was restored from a backup and no longer knows its last event. */
    private record Shortened(EventLog real) implements LogFeed {
        @Override
        public String log() {
            return real.name();
        }

        @Override
        public Head head() {
            RecordedEvent last = real.readAfter(real.head().position() - 2, 1).getFirst();
            return new Head(log(), last.position(), last.hash(), last.recordedAt());
        }

        @Override
        public List<RecordedEvent> readAfter(long position, int limit) {
            return real.readAfter(position, limit);
        }

        @Override
        public Head seal(Instant instant) {
            return real.seal(instant);
        }
    }
}
