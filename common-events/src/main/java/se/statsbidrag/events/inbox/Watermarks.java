package se.statsbidrag.events.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far this service's read models have come in each log, and a place to wait until they have come further. */
public final class Watermarks {
    /** Another instance of the service may be the one that moves a watermark, so the database is asked this often. */
    private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final InboxStore store;
    private final List<String> logs;
    private final Map<String, Long> positions = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /** @param logs all that the service follows, its own included */
    public Watermarks(InboxStore store, List<String> logs) {
        this.store = store;
        this.logs = List.copyOf(logs);
    }

    public List<String> logs() {
        return logs;
    }

    /** Wakes those who wait for it. */
    public void moved(Watermark watermark) {
        lock.lock();
        try {
            if (positions.merge(watermark.log(), watermark.position(), Math::max) == watermark.position()) {
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How far they have come, by log. */
    public Map<String, Long> current() {
        logs.forEach(log -> moved(store.watermark(log)));
        lock.lock();
        try {
            return new TreeMap<>(positions);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all of these positions are included.
     *
     * @return whether they are; false when the time was over before
     */
    public boolean await(Map<String, Long> wanted, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            current();
            lock.lock();
            try {
                if (included(wanted)) {
                    return true;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                long wait = Math.min(left, ASK_AGAIN_NANOS);
                while (wait > 0 && !included(wanted)) {
                    wait = moved.awaitNanos(wait);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean included(Map<String, Long> wanted) {
        return wanted.entrySet().stream()
                .allMatch(position -> positions.getOrDefault(position.getKey(), 0L) >= position.getValue());
    }
}
