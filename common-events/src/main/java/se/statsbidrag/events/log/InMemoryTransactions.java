package se.statsbidrag.events.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Transactions over what is held in memory: one at a time, undone step by step when the work throws. */
public final class InMemoryTransactions implements Transactions {
    private final ReentrantLock one = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        one.lock();
        try {
            if (one.getHoldCount() > 1) {
                return work.get();
            }
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (!done) {
                    undo.forEach(Runnable::run);
                }
                undo.clear();
            }
        } finally {
            one.unlock();
        }
    }

    /** Whether somebody waits for the transaction that is open now. */
    boolean awaited() {
        return one.hasQueuedThreads();
    }

    /** Has the step run, last first, if the transaction that is open now is undone. */
    public void onUndo(Runnable step) {
        undo.push(step);
    }
}
