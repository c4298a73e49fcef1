package se.statsbidrag.allocation.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Logs;

/**
 * The facts folded so far, so that a batch need not read the logs from their beginning. Only a short cut: what it gives
 * is always the fold up to the positions asked for. What it remembers from a transaction that was rolled back lies ahead
 * of those and is dropped; what another instance folded meanwhile is read from the stored events.
 */
@ApplicationScoped
public class FactsMemory {
    private static final int PAGE = 200;

    private final Logs logs;
    private final EventCodec codec;
    private volatile FactsFold remembered = FactsFold.empty();

    @Inject
    FactsMemory(Logs logs, EventCodec codec) {
        this.logs = logs;
        this.codec = codec;
    }

    /** How far the stored plans have come, by log; within the caller's transaction. */
    public SortedMap<String, Long> positions() {
        return FoldedLog.positions();
    }

    /**
     * The fold of all logs up to these positions.
     *
     * @param positions per log; a log that is not named is left out
     */
    public FactsFold upTo(Map<String, Long> positions) {
        FactsFold fold = remembered;
        boolean ahead = fold.positions().entrySet().stream()
                .anyMatch(each -> each.getValue() > positions.getOrDefault(each.getKey(), 0L));
        FactsFold reached = ahead ? FactsFold.empty() : fold;
        for (Map.Entry<String, Long> each : positions.entrySet()) {
            reached = readUpTo(reached, each.getKey(), each.getValue());
        }
        return reached;
    }

    void remember(FactsFold fold) {
        remembered = fold;
    }

    private FactsFold readUpTo(FactsFold from, String log, long last) {
        if (from.position(log) >= last) {
            return from;
        }
        EventSource source = logs.source(log);
        List<DecodedEvent> events = new ArrayList<>();
        long position = from.position(log);
        while (position < last) {
            List<RecordedEvent> page = source.readAfter(position, (int) Math.min(PAGE, last - position));
            if (page.isEmpty()) {
                throw new IllegalStateException("log " + log + " ends at " + position + ", before " + last);
            }
            page.forEach(event -> events.add(codec.decode(event)));
            position = page.getLast().position();
        }
        return from.with(events);
    }
}
