package se.statsbidrag.events.quarkus;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does one thing at a time, again and again: when nudged, and at the latest after a while. */
final class Worker implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Worker.class.getName());

    private final Runnable task;
    private final Duration atLeastEvery;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean nudged;
    private boolean closed;

    Worker(String name, Duration atLeastEvery, Runnable task) {
        this.task = task;
        this.atLeastEvery = atLeastEvery;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** Has it work as soon as it can, once for any number of nudges before that. */
    void nudge() {
        lock.lock();
        try {
            nudged = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        while (!isClosed()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, thread.getName() + " failed and will try again", e);
            }
            rest();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void rest() {
        lock.lock();
        try {
            long left = atLeastEvery.toNanos();
            while (!nudged && !closed && left > 0) {
                left = woken.awaitNanos(left);
            }
            nudged = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the turn under way, a few seconds at most. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
