package se.statsbidrag.reporting.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;

/** Tells the pages that a log which they show something of has moved. */
@ApplicationScoped
public class ShownLogs implements Projection {
    private final ShownPositions shown;

    ShownLogs(ShownPositions shown) {
        this.shown = shown;
    }

    @Override
    public Set<String> logs() {
        return Set.of("operations", "requisitions", "allocations");
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        if (!events.isEmpty()) {
            shown.moved(log, Long.toString(events.getLast().recorded().position()));
        }
    }

    /** Positions are told anew with the events. */
    @Override
    public void reset() {}
}
