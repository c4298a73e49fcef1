package se.statsbidrag.events.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.events.log.InMemoryTransactions;
import se.statsbidrag.events.log.RecordedEvent;

/** An inbox held in memory, for tests and simulations. */
public final class InMemoryInboxStore implements InboxStore {
    private final InMemoryTransactions transactions;
    private final Map<String, Watermark> watermarks = new HashMap<>();
    private final Map<String, TreeMap<Long, RecordedEvent>> copies = new HashMap<>();

    public InMemoryInboxStore(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Watermark watermark(String log) {
        return transactions.inTransaction(() -> watermarks.getOrDefault(log, Watermark.beginning(log)));
    }

    @Override
    public Watermark lockWatermark(String log) {
        return watermark(log);
    }

    @Override
    public void moveWatermark(Watermark from, Watermark to) {
        transactions.inTransaction(() -> {
            if (!watermark(from.log()).equals(from)) {
                throw new IllegalStateException("the watermark of log " + from.log() + " is not at " + from.position());
            }
            transactions.onUndo(() -> watermarks.put(from.log(), from));
            return watermarks.put(to.log(), to);
        });
    }

    @Override
    public void store(List<RecordedEvent> events) {
        transactions.inTransaction(() -> {
            for (RecordedEvent event : events) {
                TreeMap<Long, RecordedEvent> log = copies.computeIfAbsent(event.log(), _ -> new TreeMap<>());
                if (log.putIfAbsent(event.position(), event) != null) {
                    throw new IllegalStateException(event.reference() + " is stored already");
                }
                transactions.onUndo(() -> log.remove(event.position()));
            }
            return events.size();
        });
    }

    @Override
    public List<RecordedEvent> readAfter(String log, long position, int limit) {
        return transactions.inTransaction(
                () -> copies.getOrDefault(log, new TreeMap<>()).tailMap(position, false).values().stream()
                        .limit(limit)
                        .toList());
    }
}
