package se.statsbidrag.events.log;

/** Another writer was first: the stream has another version than the writer saw. An error to that caller alone. */
public final class VersionConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StreamName stream;
    private final long expected;
    private final long actual;

    public VersionConflict(StreamName stream, long expected, long actual) {
        super("stream %s has version %d, not %d".formatted(stream, actual, expected));
        this.stream = stream;
        this.expected = expected;
        this.actual = actual;
    }

    public StreamName stream() {
        return stream;
    }

    public long expected() {
        return expected;
    }

    public long actual() {
        return actual;
    }
}
