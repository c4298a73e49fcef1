package se.statsbidrag.pages;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Tells open pages how far what they show has come, while any is open; asked of the database once for all of them. */
@ApplicationScoped
public class LiveUpdates {
    private static final Duration EVERY = Duration.ofMillis(400);

    private final Shown shown;
    private final ReentrantLock lock = new ReentrantLock();
    private String last = "";
    private long readAt = System.nanoTime() - EVERY.toNanos();

    LiveUpdates(Shown shown) {
        this.shown = shown;
    }

    /** Where it is now, then every change; a reader that is too slow misses all but the latest. */
    Multi<String> positions() {
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> recent())
                .skip()
                .repetitions();
    }

    private String recent() {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (now - readAt >= EVERY.toNanos() / 2) {
                last = shown.current();
                readAt = now;
            }
            return last;
        } finally {
            lock.unlock();
        }
    }
}
