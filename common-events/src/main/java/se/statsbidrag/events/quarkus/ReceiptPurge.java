package se.statsbidrag.events.quarkus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import se.statsbidrag.events.log.Receipts;

/** Forgets receipts that are older than the API promises to keep them. */
@Singleton
class ReceiptPurge {
    private static final Duration EVERY = Duration.ofHours(1);

    private final Worker worker;

    @Inject
    ReceiptPurge(Receipts receipts) {
        this.worker = new Worker("receipts", EVERY, () -> receipts.purge(Receipts.KEPT));
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }
}
