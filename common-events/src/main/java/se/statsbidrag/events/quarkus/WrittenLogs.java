package se.statsbidrag.events.quarkus;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;

/** Every log that this service writes: its own, and that of refusals. */
@Singleton
class WrittenLogs {
    private final List<EventLog> logs;

    @Inject
    WrittenLogs(@Any Instance<EventLog> logs, Settings settings) {
        this.logs = logs.stream()
                .sorted(Comparator.comparing((EventLog log) -> !log.name().equals(settings.ownLog()))
                        .thenComparing(EventLog::name))
                .toList();
    }

    /** The own log's head first. */
    List<Head> heads() {
        return logs.stream().map(EventLog::head).toList();
    }

    /** @throws ProblemException 404 when this service writes no such log */
    EventLog require(String name) {
        return logs.stream()
                .filter(log -> log.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("log '" + name + "' that this service writes"));
    }
}
