package se.statsbidrag.events.log;

/**
 * The events of one thing, such as one recipient's requisition in one programme. What must be unique is unique because
 * it is one stream.
 *
 * @param value such as {@code requisition/<programme>/<recipient>}
 */
public record StreamName(String value) {
    public StreamName {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("not a stream's name: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
