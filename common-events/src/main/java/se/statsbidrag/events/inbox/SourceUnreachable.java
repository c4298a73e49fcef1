package se.statsbidrag.events.inbox;

/** A log's source did not answer, or not with what it should. */
public final class SourceUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SourceUnreachable(String log, String reason) {
        super("the source of log " + log + " does not answer: " + reason);
    }
}
