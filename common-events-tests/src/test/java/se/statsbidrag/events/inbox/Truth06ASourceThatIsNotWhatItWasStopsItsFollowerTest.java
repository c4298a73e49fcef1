package se.statsbidrag.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.HashChain;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.RecordedEvent;

/** What a source says is checked against its chain: nothing forged, shortened or unknown is taken in or skipped. */
class Truth06ASourceThatIsNotWhatItWasStopsItsFollowerTest extends FollowedSource {
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
