package se.statsbidrag.events.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.codec.UnknownEvent;
import se.statsbidrag.events.codec.UnreadableEvent;
import se.statsbidrag.events.log.HashChain;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.rules.value.EventReference;

/**
 * Takes one log in, in order and without gaps, whatever way its events come: copy, watermark and what is derived move in
 * one transaction. What is at or below the watermark is dropped. What does not follow directly on it is not taken in;
 * instead the source is asked, whose word counts. Where the source's own chain is broken, or holds an event that this code
 * does not know, following stops: nothing is skipped.
 */
public final class LogFollower {
    private static final Logger LOGGER = Logger.getLogger(LogFollower.class.getName());
    private static final int PAGE = 500;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final LogFeed source;
    private final boolean copies;
    private final InboxStore store;
    private final Transactions transactions;
    private final EventCodec codec;
    private final List<Projection> projections;
    private final Consumer<Watermark> moved;
    private final ReentrantLock one = new ReentrantLock();
    private volatile FollowerState state;

    /**
     * @param source where gaps are healed from
     * @param copies whether to keep copies of the events: true for another service's log, false for one's own
     * @param projections told of every event of this log
     * @param moved told after each commit
     */
    public LogFollower(
            LogFeed source,
            boolean copies,
            InboxStore store,
            Transactions transactions,
            EventCodec codec,
            List<Projection> projections,
            Consumer<Watermark> moved) {
        this.source = source;
        this.copies = copies;
        this.store = store;
        this.transactions = transactions;
        this.codec = codec;
        this.projections = projections.stream()
                .filter(projection -> projection.logs().contains(source.log()))
                .toList();
        this.moved = moved;
        this.state = new FollowerState.Following(source.log());
    }

    public String log() {
        return source.log();
    }

    public FollowerState state() {
        return state;
    }

    /** Takes in what a message brought, in any order, with gaps or duplicates. Never throws. */
    public void receive(List<RecordedEvent> events) {
        guarded(() -> {
            Watermark watermark = store.watermark(log());
            List<RecordedEvent> fresh = inOrderAfter(watermark, events);
            if (fresh.isEmpty()) {
                return;
            }
            if (fault(watermark, fresh) == null) {
                take(fresh);
            } else {
                catchUpWithSource();
            }
        });
    }

    /** Compares the watermark with the source's head, and takes in what is missing. Never throws. */
    public void catchUp() {
        guarded(this::catchUpWithSource);
    }

    private void guarded(Runnable work) {
        one.lock();
        try {
            if (!(state instanceof FollowerState.Stopped)) {
                work.run();
                if (!(state instanceof FollowerState.Stopped)) {
                    state = new FollowerState.Following(log());
                }
            }
        } catch (SourceUnreachable e) {
            if (!(state instanceof FollowerState.SourceSilent)) {
                LOGGER.log(Level.WARNING, e.getMessage());
            }
            state = new FollowerState.SourceSilent(log(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "log " + log() + " could not be taken in; it is tried again", e);
            state = new FollowerState.Failing(log(), String.valueOf(e.getMessage()));
        } finally {
            one.unlock();
        }
    }

    private static List<RecordedEvent> inOrderAfter(Watermark watermark, List<RecordedEvent> events) {
        TreeMap<Long, RecordedEvent> sorted = new TreeMap<>();
        for (RecordedEvent event : events) {
            if (event.log().equals(watermark.log()) && event.position() > watermark.position()) {
                sorted.putIfAbsent(event.position(), event);
            }
        }
        return List.copyOf(sorted.values());
    }

    private void catchUpWithSource() {
        while (!(state instanceof FollowerState.Stopped)) {
            Watermark watermark = store.watermark(log());
            Head head = source.head();
            if (head.position() == watermark.position() && head.hash().equals(watermark.hash())) {
                return;
            }
            if (head.position() <= watermark.position()) {
                stop(
                        reference(watermark.position()),
                        "the source's log ends at " + head.position()
                                + " with another hash than it had: it was replaced or lost its end");
                return;
            }
            List<RecordedEvent> page = source.readAfter(watermark.position(), PAGE);
            if (page.isEmpty()) {
                throw new SourceUnreachable(log(), "it gave no events after " + watermark.position());
            }
            String fault = fault(watermark, page);
            if (fault != null) {
                stop(reference(firstAtFault(watermark, page)), fault);
                return;
            }
            take(page);
        }
    }

    private EventReference reference(long position) {
        return new EventReference(log(), Math.max(1, position));
    }

    private void stop(EventReference event, String reason) {
        LOGGER.log(Level.SEVERE, "ALARM: log " + log() + " is no longer followed, at event " + event + ": " + reason);
        state = new FollowerState.Stopped(log(), event, reason);
    }

    /** What is wrong with the events as a continuation; null when they are its continuation. */
    private static @Nullable String fault(Watermark watermark, List<RecordedEvent> events) {
        Watermark last = watermark;
        for (RecordedEvent event : events) {
            String fault = fault(last, event);
            if (fault != null) {
                return fault;
            }
            last = Watermark.at(event);
        }
        return null;
    }

    private static long firstAtFault(Watermark watermark, List<RecordedEvent> events) {
        Watermark last = watermark;
        for (RecordedEvent event : events) {
            if (fault(last, event) != null) {
                return event.position();
            }
            last = Watermark.at(event);
        }
        return last.position();
    }

    private static @Nullable String fault(Watermark last, RecordedEvent event) {
        if (event.position() != last.position() + 1) {
            return "it does not follow directly on position " + last.position();
        }
        if (!event.previousHash().equals(last.hash())) {
            return "it does not cover the event before it";
        }
        return HashChain.hash(event).equals(event.hash()) ? null : "its hash does not cover what it says";
    }

    /** Takes in events that continue the log, in portions; stops before the first that cannot be read. */
    private void take(List<RecordedEvent> events) {
        List<DecodedEvent> portion = new ArrayList<>();
        long characters = 0;
        for (RecordedEvent event : events) {
            characters += event.payload().length();
            if (!portion.isEmpty() && characters > MOST_CHARACTERS) {
                takePortion(portion);
                portion.clear();
                characters = event.payload().length();
            }
            try {
                portion.add(codec.decode(event));
            } catch (UnknownEvent | UnreadableEvent e) {
                takePortion(portion);
                stop(event.reference(), String.valueOf(e.getMessage()));
                return;
            }
        }
        takePortion(portion);
    }

    private void takePortion(List<DecodedEvent> events) {
        Watermark to = transactions.inTransaction(() -> {
            Watermark from = store.lockWatermark(log());
            List<DecodedEvent> rest = events.stream()
                    .filter(event -> event.recorded().position() > from.position())
                    .toList();
            if (rest.isEmpty()) {
                return from;
            }
            List<RecordedEvent> recorded =
                    rest.stream().map(DecodedEvent::recorded).toList();
            String fault = fault(from, recorded);
            if (fault != null) {
                throw new BrokenChain(recorded.getFirst().reference(), fault);
            }
            if (copies) {
                store.store(recorded);
            }
            projections.forEach(projection -> projection.apply(log(), rest));
            Watermark reached = Watermark.at(recorded.getLast());
            store.moveWatermark(from, reached);
            return reached;
        });
        moved.accept(to);
    }
}
