package se.statsbidrag.reporting.read.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Logs;

/**
 * What the logs hold for reports, kept in memory as far as the latest report read them. Only a short cut: what it gives is
 * always what the events up to the positions asked for say; for an instant before the latest report's all is read anew.
 */
@ApplicationScoped
class RecordedMemory {
    private static final Recorded NOTHING = new Recorded(FactsFold.empty(), List.of());

    private final Logs logs;
    private final EventCodec codec;
    private volatile Recorded remembered = NOTHING;

    RecordedMemory(Logs logs, EventCodec codec) {
        this.logs = logs;
        this.codec = codec;
    }

    /**
     * The beginnings of all logs.
     *
     * @param fold of all their events
     * @param told those of them that reports tell of besides, each log's in its own order
     */
    record Recorded(FactsFold fold, List<DecodedEvent> told) {
        private Recorded with(List<DecodedEvent> more) {
            List<DecodedEvent> all = new ArrayList<>(told);
            more.stream().filter(each -> RecordedFacts.tellsOf(each.event())).forEach(all::add);
            return new Recorded(fold.with(more), List.copyOf(all));
        }

        private boolean isWithin(SortedMap<String, Long> positions) {
            return fold.positions().entrySet().stream()
                    .allMatch(each -> each.getValue() <= positions.getOrDefault(each.getKey(), 0L));
        }
    }

    /** @param positions per log; a log that is not named is left out */
    Recorded upTo(SortedMap<String, Long> positions) {
        Recorded latest = remembered;
        Recorded reached = latest.isWithin(positions) ? latest : NOTHING;
        List<DecodedEvent> since = new ArrayList<>();
        for (var each : positions.entrySet()) {
            read(logs.source(each.getKey()), reached.fold().position(each.getKey()), each.getValue(), since);
        }
        if (since.isEmpty()) {
            return reached;
        }
        Recorded read = reached.with(since);
        if (reached == latest) {
            remembered = read;
        }
        return read;
    }

    private void read(EventSource source, long from, long last, List<DecodedEvent> events) {
        long position = from;
        while (position < last) {
            List<RecordedEvent> page = source.readAfter(position, (int) Math.min(EventSource.PAGE, last - position));
            if (page.isEmpty()) {
                throw new IllegalStateException("log " + source.log() + " ends at " + position + ", before " + last);
            }
            page.forEach(event -> events.add(codec.decode(event)));
            position = page.getLast().position();
        }
    }
}
