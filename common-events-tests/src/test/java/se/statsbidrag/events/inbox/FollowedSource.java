package se.statsbidrag.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.Jdbc;

/** A source, and what a service makes of its log in a real PostgreSQL. */
abstract class FollowedSource {
    final FlowDatabase database = FlowDatabase.fresh();
    final InboxStore inbox = new PostgresInboxStore(database.dataSource());
    final InMemoryEventLog source = ExampleEvents.source("operations");
    final Lines lines = new Lines();
    final Watermarks watermarks = new Watermarks(inbox, List.of("operations"));

    /** A read model in the same database: one line for each event told. */
    final class Lines implements Projection {
        volatile boolean failing;

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

    LogFollower follower(LogFeed feed) {
        return new LogFollower(
                feed, true, inbox, database.transactions(), new EventCodec(), List.of(lines), watermarks::moved);
    }

    LogFollower follower() {
        return follower(new OwnLogFeed(source));
    }

    void assertAllTakenInOnce(int count) {
        assertThat(lines.positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(inbox.readAfter("operations", 0, count + 1)).isEqualTo(source.readAfter(0, count + 1));
        assertThat(inbox.watermark("operations").position()).isEqualTo(count);
    }
}
