package se.statsbidrag.events.inbox;

import se.statsbidrag.rules.value.EventReference;

/** An event of a log does not follow from the one before it: someone changed what was recorded, or the log was replaced. */
public final class BrokenChain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenChain(EventReference event, String how) {
        super("event " + event + " breaks the chain: " + how);
    }
}
