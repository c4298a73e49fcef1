package se.statsbidrag.events.log;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and fails when it does not come. */
final class Until {
    private static final Duration MOST = Duration.ofSeconds(60);

    private Until() {}

    static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come: " + what);
            }
            Thread.onSpinWait();
        }
    }

    static void open(CountDownLatch latch) {
        try {
            if (!latch.await(MOST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened the latch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
