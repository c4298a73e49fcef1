package se.statsbidrag.events.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import se.statsbidrag.events.PersonErased;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.Jdbc;

/**
 * The names behind the opaque ids of events (architecture: truth 15): kept when somebody acts, shown to those who may see
 * them, erased by a recorded disposal decision, whichever service it was recorded in.
 */
@Singleton
public class People implements Projection {
    private static final String DECIDED_IN = "requisitions";

    private final DataSource dataSource;
    private final Aside aside;
    private final Map<String, String> written = new ConcurrentHashMap<>();

    @Inject
    People(DataSource dataSource, Aside aside) {
        this.dataSource = dataSource;
        this.aside = aside;
    }

    /** Somebody acted: his name is kept, after the answer, unless it was erased. */
    void acted(String subject, String name) {
        if (!name.equals(written.put(subject, name))) {
            aside.later("a name", () -> keep(subject, name));
        }
    }

    private void keep(String subject, String name) {
        try {
            write("""
                    INSERT INTO person (subject, name) VALUES (?, ?)
                    ON CONFLICT (subject) DO UPDATE SET name = excluded.name WHERE NOT person.erased""", subject, name);
        } catch (RuntimeException e) {
            written.remove(subject);
            throw e;
        }
    }

    /** The names that are known of these ids; of those erased, and of machines, there is none. */
    public Map<String, String> names(Collection<String> subjects) {
        return Jdbc.with(dataSource, connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT subject, name FROM person WHERE subject = ANY (?) AND name IS NOT NULL")) {
                query.setArray(1, connection.createArrayOf("text", subjects.toArray()));
                Map<String, String> names = new HashMap<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        names.put(row.getString(1), row.getString(2));
                    }
                }
                return names;
            }
        });
    }

    @Override
    public Set<String> logs() {
        return Set.of(DECIDED_IN);
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        for (DecodedEvent event : events) {
            if (event.event() instanceof PersonErased erased) {
                erase(erased.person());
            }
        }
    }

    private void erase(String subject) {
        write("""
                INSERT INTO person (subject, erased) VALUES (?, true)
                ON CONFLICT (subject) DO UPDATE SET name = NULL, erased = true""", subject);
    }

    private void write(String sql, String... values) {
        Jdbc.with(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** Names cannot be rebuilt from logs, which hold none; what was erased is erased again as the log is read. */
    @Override
    public void reset() {
        written.clear();
    }
}
