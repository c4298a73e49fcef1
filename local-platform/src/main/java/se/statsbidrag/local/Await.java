package se.statsbidrag.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and no longer than the process that it depends on lives. */
public final class Await {

    private static final long STEP_MILLIS = 50;

    private Await() {}

    /** Whether the condition came true within the time. */
    public static boolean within(Duration atMost, BooleanSupplier condition) {
        return whileAlive(new CompletableFuture<>(), atMost, condition);
    }

    /** Whether the condition came true before the process ended and within the time. */
    static boolean whileAlive(CompletableFuture<?> exit, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            if (ended(exit, Duration.ofMillis(STEP_MILLIS))) {
                return false;
            }
        }
        return false;
    }

    /** Whether it ended within the time. */
    static boolean ended(CompletableFuture<?> exit, Duration atMost) {
        try {
            exit.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while waiting for a process", e);
        }
    }
}
