package se.statsbidrag.events.codec;

/** The event's type and schema are known, but its payload does not fit them. It stops the reader. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String type, int schema, Throwable cause) {
        super("event type '%s' schema %d cannot be read: %s".formatted(type, schema, cause.getMessage()), cause);
    }
}
