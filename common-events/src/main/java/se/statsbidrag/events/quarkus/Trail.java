package se.statsbidrag.events.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.log.Jdbc;

/** Who did what, straight from this service's own log and its log of refusals; drafts are left out. */
@Singleton
class Trail {
    /** What a recipient has saved and not submitted is its own: nobody else learns that it is there. */
    private static final String NO_DRAFTS = "type <> 'requisition-draft-saved'";

    private final DataSource dataSource;

    @Inject
    Trail(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What is looked for; null is no condition.
     *
     * @param log the log's name
     * @param actor the opaque id
     * @param recipient the recipient's code, as an event or its stream names it
     * @param programme the programme's id, as an event or its stream names it
     * @param from recorded at this instant or later
     * @param to recorded before this instant
     */
    record Sought(
            @Nullable String log,
            @Nullable String actor,
            @Nullable String recipient,
            @Nullable String programme,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * One event, without what it says.
     *
     * @param authentication how the actor had signed in; empty for the system
     */
    record Line(
            String log,
            long position,
            Instant recordedAt,
            String actor,
            String authentication,
            String type,
            String stream,
            String trace) {}

    /** @param total lines over all pages */
    record Found(List<Line> lines, long total) {}

    /** The lines of a page, the latest first. */
    Found find(Sought sought, int page, int limit) {
        List<String> conditions = new ArrayList<>(List.of(NO_DRAFTS));
        List<Object> values = new ArrayList<>();
        condition("log = ?", sought.log(), conditions, values);
        condition("actor = ?", sought.actor(), conditions, values);
        condition(named("recipient"), sought.recipient(), conditions, values);
        condition(named("programme"), sought.programme(), conditions, values);
        condition("recorded_at >= ?", sought.from(), conditions, values);
        condition("recorded_at < ?", sought.to(), conditions, values);
        String where = " FROM log_event WHERE " + String.join(" AND ", conditions);
        return Jdbc.with(dataSource, connection -> {
            long total;
            try (PreparedStatement count = connection.prepareStatement("SELECT count(*)" + where)) {
                bind(count, values);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    total = row.getLong(1);
                }
            }
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT log, position, recorded_at, actor, authentication, type, stream, trace" + where
                            + " ORDER BY recorded_at DESC, log, position DESC LIMIT ? OFFSET ?")) {
                List<Object> all = new ArrayList<>(values);
                all.add((long) limit);
                all.add((long) (page - 1) * limit);
                bind(query, all);
                return new Found(lines(query), total);
            }
        });
    }

    /** A whole step of the stream's name, or a field of the event: nothing is indexed, for auditors ask seldom. */
    private static String named(String field) {
        return "? IN (SELECT unnest(string_to_array(stream, '/')) UNION SELECT payload::json ->> '" + field + "')";
    }

    private static void condition(String sql, @Nullable Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(sql);
            values.add(value);
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }

    private static List<Line> lines(PreparedStatement query) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                lines.add(new Line(
                        row.getString(1),
                        row.getLong(2),
                        Jdbc.getInstant(row, 3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)));
            }
        }
        return lines;
    }
}
