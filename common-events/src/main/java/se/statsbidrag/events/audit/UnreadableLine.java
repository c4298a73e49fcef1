package se.statsbidrag.events.audit;

/** A line that no export holds. */
final class UnreadableLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String fault;

    /**
     * @param line from 1
     * @param fault goes on a sentence that begins with the line
     */
    UnreadableLine(long line, String fault) {
        super("line " + line + " " + fault);
        this.line = line;
        this.fault = fault;
    }

    long line() {
        return line;
    }

    String fault() {
        return fault;
    }
}
