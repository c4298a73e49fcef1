package se.statsbidrag.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** One program of the running system, in its own process. A part may be started again after it was stopped or killed. */
public interface Part {

    /** What people and log files call it, for example {@code kafka}. */
    String name();

    /** Where its output goes. */
    Path log();

    /** Ends the process that a killed JVM left of this part; whether there was one. */
    boolean endSurvivor();

    /**
     * Starts it and returns when it can be used.
     *
     * @throws LocalFault when it did not start; the message says why and what to do
     */
    void start();

    /** Whether its process lives. */
    boolean running();

    /**
     * Completes when the process of the last start ends, with how it ended, such as {@code with exit code 137}; without a
     * start it never completes.
     */
    CompletableFuture<String> exit();

    /** Ends it in order and returns when it is gone. Does nothing when it does not run. */
    void stop();

    /** Ends it at once with SIGKILL, as a crash would, and returns when it is gone. Does nothing when it does not run. */
    void kill();
}
