package se.statsbidrag.events.inbox;

import java.util.List;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;

/** Throws read models away and tells them everything again, in one transaction: until it commits, readers see the old ones. */
public final class Rebuild {
    private final List<EventSource> sources;
    private final InboxStore store;
    private final Transactions transactions;
    private final EventCodec codec;

    /** @param sources all logs that the service owns or follows */
    public Rebuild(List<EventSource> sources, InboxStore store, Transactions transactions, EventCodec codec) {
        this.sources = List.copyOf(sources);
        this.store = store;
        this.transactions = transactions;
        this.codec = codec;
    }

    /** Rebuilds these read models; followers wait meanwhile. */
    public void rebuild(List<Projection> projections) {
        transactions.inTransaction(() -> {
            List<Watermark> watermarks = sources.stream()
                    .map(EventSource::log)
                    .sorted()
                    .map(store::lockWatermark)
                    .toList();
            projections.forEach(Projection::reset);
            watermarks.forEach(watermark -> tell(source(watermark.log()), watermark, projections));
            return watermarks;
        });
    }

    private EventSource source(String log) {
        return sources.stream()
                .filter(source -> source.log().equals(log))
                .findFirst()
                .orElseThrow();
    }

    private void tell(EventSource source, Watermark watermark, List<Projection> projections) {
        List<Projection> concerned = projections.stream()
                .filter(projection -> projection.logs().contains(source.log()))
                .toList();
        long position = 0;
        while (position < watermark.position() && !concerned.isEmpty()) {
            long left = watermark.position() - position;
            List<RecordedEvent> page = source.readAfter(position, (int) Math.min(left, EventSource.PAGE));
            if (page.isEmpty()) {
                throw new IllegalStateException("log " + source.log() + " ends at " + position
                        + ", before the watermark " + watermark.position());
            }
            var events = page.stream().map(codec::decode).toList();
            concerned.forEach(projection -> projection.apply(source.log(), events));
            position = page.getLast().position();
        }
    }
}
