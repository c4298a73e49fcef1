package se.statsbidrag.events.relay;

/** Not all events were acknowledged; they stay in the log and are sent again. */
public final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSent(String reason) {
        super(reason);
    }
}
