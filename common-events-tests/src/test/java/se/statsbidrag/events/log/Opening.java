package se.statsbidrag.events.log;

import java.util.concurrent.CountDownLatch;

/** Opens a latch at the latest when a test ends, however it ends, so that nobody waits behind it for ever. */
record Opening(CountDownLatch latch) implements AutoCloseable {
    /** Opens it now. */
    void open() {
        latch.countDown();
    }

    @Override
    public void close() {
        latch.countDown();
    }
}
