package se.statsbidrag.events.relay;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * Sends a log's events to Kafka, in order and at least once. One instance at a time holds the lease; one that lost it
 * without knowing can only send what is sent anyway. Nothing is sent inside a transaction.
 */
public final class Relay {
    private static final int PAGE = 200;

    private final EventLog log;
    private final RelayState state;
    private final EventSender sender;
    private final String owner;
    private final Duration lease;

    /**
     * @param owner this instance, different from any other that ever ran
     * @param lease longer than sending a page may take
     */
    public Relay(EventLog log, RelayState state, EventSender sender, String owner, Duration lease) {
        this.log = log;
        this.state = state;
        this.sender = sender;
        this.owner = owner;
        this.lease = lease;
    }

    /**
     * Sends everything that the log holds and has not been sent.
     *
     * @return how many events this turn sent; 0 when another holds the lease
     * @throws NotSent when Kafka does not take them; the next turn tries again
     */
    public int sendAll() {
        int sent = 0;
        while (true) {
            OptionalLong checkpoint = state.lease(owner, lease);
            if (checkpoint.isEmpty()) {
                return sent;
            }
            long position = checkpoint.getAsLong();
            List<RecordedEvent> page = log.readAfter(position, PAGE);
            if (page.isEmpty()) {
                return sent;
            }
            sender.send(page);
            sent += page.size();
            if (!state.advance(owner, position, page.getLast().position())) {
                return sent;
            }
        }
    }

    /** Lets another instance go on at once. */
    public void release() {
        state.release(owner);
    }
}
