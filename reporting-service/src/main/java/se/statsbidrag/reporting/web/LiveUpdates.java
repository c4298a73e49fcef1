package se.statsbidrag.reporting.web;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.locks.ReentrantLock;
import se.statsbidrag.reporting.read.ShownPositions;

/**
 * Tells open pages how far what they show has come: at once when this instance moved it, within seconds when another did.
 */
@ApplicationScoped
public class LiveUpdates {
    private final ShownPositions shown;
    private final BroadcastProcessor<String> positions = BroadcastProcessor.create();
    private final ReentrantLock lock = new ReentrantLock();
    private String last = "";

    LiveUpdates(ShownPositions shown) {
        this.shown = shown;
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) ShownPositions.Moved moved) {
        // On a thread of its own, which does not carry the transaction that has just ended.
        Infrastructure.getDefaultWorkerPool().execute(this::refresh);
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        lock.lock();
        try {
            String current = shown.current();
            if (!current.equals(last)) {
                last = current;
                positions.onNext(current);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Every change from now on; a reader that is too slow misses all but the latest. */
    Multi<String> changes() {
        return positions.onOverflow().dropPreviousItems();
    }
}
