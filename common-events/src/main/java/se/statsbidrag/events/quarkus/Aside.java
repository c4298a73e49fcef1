package se.statsbidrag.events.quarkus;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes what is noted beside an answer, after it and never in its way, one thing at a time. Bounded, so that who is
 * refused a thousand times a second fills neither memory nor disk at that pace.
 */
@Singleton
class Aside {
    private static final Logger LOGGER = Logger.getLogger(Aside.class);
    private static final int MOST_WAITING = 1_000;
    private static final int SECONDS_TO_END = 5;

    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("aside").daemon().factory());

    /** Does it soon; what fails, or finds too much waiting, is named in the process's log. */
    void later(String what, Runnable work) {
        try {
            writer.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOGGER.errorf(e, "ALARM: %s could not be written", what);
                }
            });
        } catch (RejectedExecutionException e) {
            LOGGER.errorf("ALARM: %s is not written, too much waits", what);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOGGER.error("ALARM: not all that was noted could be written before the end");
        }
    }
}
