package se.statsbidrag.events.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log held in memory, for tests and simulations: the same promises as the one in PostgreSQL, until the process ends. */
public final class InMemoryEventLog implements EventLog {
    private final InMemoryTransactions transactions;
    private final EventEncoder encoder;
    private final InstantSource clock;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<StreamName, List<RecordedEvent>> streams = new HashMap<>();
    private Head head;

    public InMemoryEventLog(String name, EventEncoder encoder, InstantSource clock) {
        this(name, encoder, clock, new InMemoryTransactions());
    }

    public InMemoryEventLog(String name, EventEncoder encoder, InstantSource clock, InMemoryTransactions transactions) {
        this.encoder = encoder;
        this.clock = clock;
        this.transactions = transactions;
        this.head = new Head(name, 0, HashChain.BEGINNING, Instant.EPOCH);
    }

    @Override
    public String name() {
        return head.log();
    }

    @Override
    public Appended append(List<StreamAppend> appends, Origin origin) {
        PreparedAppend prepared = PreparedAppend.of(appends, origin, encoder);
        return transactions.inTransaction(() -> {
            prepared.check(this::version);
            if (prepared.isEmpty()) {
                return new Appended(head, List.of());
            }
            Appended appended = prepared.after(head, LogTime.next(head, clock.instant()));
            Head before = head;
            transactions.onUndo(() -> forget(before, appended.events().size()));
            for (RecordedEvent event : appended.events()) {
                events.add(event);
                streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
            }
            head = appended.head();
            return appended;
        });
    }

    private long version(StreamName stream) {
        return streams.getOrDefault(stream, List.of()).size();
    }

    private void forget(Head before, int count) {
        for (int i = 0; i < count; i++) {
            RecordedEvent last = events.removeLast();
            streams.getOrDefault(last.stream(), new ArrayList<>()).removeLast();
        }
        head = before;
    }

    @Override
    public List<RecordedEvent> readStreamAfter(StreamName stream, long version) {
        return transactions.inTransaction(() ->
                streams.getOrDefault(stream, List.of()).stream().skip(version).toList());
    }

    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        return transactions.inTransaction(() -> {
            int from = (int) Math.min(position, events.size());
            return List.copyOf(events.subList(from, (int) Math.min((long) from + limit, events.size())));
        });
    }

    @Override
    public Head head() {
        return transactions.inTransaction(() -> head);
    }

    @Override
    public Head seal(Instant instant) {
        return transactions.inTransaction(() -> {
            Head before = head;
            transactions.onUndo(() -> head = before);
            head = head.at(LogTime.sealed(head, instant, clock.instant()));
            return head;
        });
    }
}
