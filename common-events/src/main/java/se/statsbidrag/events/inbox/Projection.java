package se.statsbidrag.events.inbox;

import java.util.List;
import java.util.Set;
import se.statsbidrag.events.codec.DecodedEvent;

/**
 * Something derived from logs: a read model, or the plans. It is told of each event once, in the order of its log, within
 * the transaction that moves the log's watermark, and can be thrown away and told everything again.
 */
public interface Projection {

    /** The logs it derives from, such as {@code requisitions}. */
    Set<String> logs();

    /**
     * Takes in the next events of one log, in order, without gaps. What it throws undoes the batch, watermark included.
     *
     * @param log which log
     * @param events the next events of that log
     */
    void apply(String log, List<DecodedEvent> events);

    /** Forgets everything, before it is told all events from position 1 again. */
    void reset();
}
