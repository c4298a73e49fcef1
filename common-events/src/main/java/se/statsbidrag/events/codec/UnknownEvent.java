package se.statsbidrag.events.codec;

/** The log holds an event that this code does not know, by its type or its schema. It stops the reader: it is never skipped. */
public final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownEvent(String type, int schema) {
        super("event type '%s' schema %d is unknown here: a newer version of the programs wrote it"
                .formatted(type, schema));
    }
}
