package se.statsbidrag.events.relay;

import java.util.List;
import se.statsbidrag.events.log.RecordedEvent;

/** Sends events to whoever follows the log. */
@FunctionalInterface
public interface EventSender {

    /**
     * Sends them in order and returns when all are acknowledged.
     *
     * @throws NotSent when one was not; then any of them may have been sent
     */
    void send(List<RecordedEvent> events);
}
