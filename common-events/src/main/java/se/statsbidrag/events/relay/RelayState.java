package se.statsbidrag.events.relay;

import java.time.Duration;
import java.util.OptionalLong;

/** How far a log was sent, and who may send it for the moment. Leases go by the system time of the database. */
public interface RelayState {

    /**
     * Takes the lease, or prolongs it, unless another holds it.
     *
     * @return the position of the last event sent; empty when another holds the lease
     */
    OptionalLong lease(String owner, Duration time);

    /**
     * Moves the checkpoint, if the owner still holds the lease and it stands where he thinks.
     *
     * @return whether it moved
     */
    boolean advance(String owner, long from, long to);

    /** Gives the lease back at once, so that another need not wait it out. */
    void release(String owner);
}
