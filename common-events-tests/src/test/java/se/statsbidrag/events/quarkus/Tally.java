package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.Jdbc;

/** The simplest read model: one line for each event, in the order in which it was told. */
@ApplicationScoped
class Tally implements Projection {
    private final DataSource dataSource;
    private final AtomicInteger failures = new AtomicInteger();

    @Inject
    Tally(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Set<String> logs() {
        return Set.of("requisitions", "operations");
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        Jdbc.with(dataSource, connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO tally (log, position, hash) VALUES (?, ?, ?)")) {
                for (DecodedEvent event : events) {
                    insert.setString(1, log);
                    insert.setLong(2, event.recorded().position());
                    insert.setString(3, event.recorded().hash());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the read model fails after it has written");
        }
    }

    @Override
    public void reset() {
        Jdbc.with(
                dataSource,
                connection -> connection.prepareStatement("DELETE FROM tally").executeUpdate());
    }

    /** Has the next calls fail, after they have written. */
    void failNext(int calls) {
        failures.set(calls);
    }

    /** The positions of a log's events in the order in which they were told. */
    List<Long> positions(String log) {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT position FROM tally WHERE log = ? ORDER BY line")) {
                query.setString(1, log);
                List<Long> positions = new ArrayList<>();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        positions.add(rows.getLong(1));
                    }
                }
                return positions;
            }
        });
    }
}
