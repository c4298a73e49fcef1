package se.statsbidrag.events.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** How not to do it: positions from a sequence, no lock. Kept to show that the tests of truth 1 can fail. */
final class PlainSequenceLog implements Truth01ALogIsDenseAndCommitOrderedTest.SimpleLog {
    private final Postgres postgres;

    PlainSequenceLog(Postgres postgres) {
        this.postgres = postgres;
        postgres.execute("CREATE TABLE plain_event (position bigserial PRIMARY KEY, stream text NOT NULL)");
    }

    @Override
    public void append(String stream) {
        Jdbc.with(postgres.dataSource(), connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO plain_event (stream) VALUES (?)")) {
                insert.setString(1, stream);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public List<Seen> readAfter(long position) {
        return Jdbc.with(postgres.dataSource(), connection -> {
            List<Seen> seen = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT position, stream FROM plain_event WHERE position > ? ORDER BY position")) {
                query.setLong(1, position);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        seen.add(new Seen(row.getLong(1), row.getString(2)));
                    }
                }
            }
            return seen;
        });
    }
}
