package se.statsbidrag.events.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.Jdbc;
import se.statsbidrag.events.log.RecordedEvent;

/** What waits for a second person in this service, read from its own log. */
@Singleton
class OpenProposals implements Projection {
    private final DataSource dataSource;
    private final Settings settings;

    @Inject
    OpenProposals(DataSource dataSource, Settings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    /**
     * A proposal that waits.
     *
     * @param content what is proposed, as JSON
     * @param position where it stands in the own log
     */
    record Waiting(
            String act,
            String subject,
            String content,
            String reason,
            String proposer,
            Instant recordedAt,
            long position) {}

    /** All that waits, the oldest first. */
    List<Waiting> all() {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT act, subject, content, reason, proposer, recorded_at, position"
                                    + " FROM open_proposal ORDER BY position");
                    ResultSet row = query.executeQuery()) {
                List<Waiting> waiting = new ArrayList<>();
                while (row.next()) {
                    waiting.add(new Waiting(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Jdbc.getInstant(row, 6),
                            row.getLong(7)));
                }
                return waiting;
            }
        });
    }

    @Override
    public Set<String> logs() {
        return Set.of(settings.ownLog());
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        for (DecodedEvent event : events) {
            switch (event.event()) {
                case ActProposed proposed -> {
                    settled(proposed.act(), proposed.subject());
                    add(proposed, event.recorded());
                }
                case ActApproved approved -> settled(approved.act(), approved.subject());
                case ActReturned returned -> settled(returned.act(), returned.subject());
                default -> {
                    // Other events propose nothing.
                }
            }
        }
    }

    private void add(ActProposed proposed, RecordedEvent recorded) {
        write(
                "INSERT INTO open_proposal (act, subject, content, reason, proposer, recorded_at, position)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                proposed.act(),
                proposed.subject(),
                proposed.content(),
                proposed.reason(),
                recorded.actor(),
                recorded.recordedAt().atOffset(ZoneOffset.UTC),
                recorded.position());
    }

    private void settled(String act, String subject) {
        write("DELETE FROM open_proposal WHERE act = ? AND subject = ?", act, subject);
    }

    @Override
    public void reset() {
        write("DELETE FROM open_proposal");
    }

    private void write(String sql, Object... values) {
        Jdbc.with(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }
}
