package se.statsbidrag.events.audit;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * The events of an export, one held at a time. Every byte counts: a line that reads the same but is written in another way
 * is no export's. Throws {@link UnreadableLine} from whichever method meets one.
 */
final class ExportReader implements Iterator<RecordedEvent> {
    private final ExportLines lines;
    private final ExportHeader header;
    private @Nullable String next;

    ExportReader(InputStream in) {
        lines = new ExportLines(in);
        String first = lines.next();
        if (first == null) {
            throw new UnreadableLine(1, "is missing: the file is empty");
        }
        try {
            header = ExportHeader.read(first);
        } catch (IllegalArgumentException e) {
            throw lines.unreadable("is not the first line of an export", e);
        }
    }

    ExportHeader header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = lines.next();
        }
        return next != null;
    }

    @Override
    public RecordedEvent next() {
        String line = hasNext() ? next : null;
        if (line == null) {
            throw new NoSuchElementException("after line " + lines.number());
        }
        next = null;
        RecordedEvent event = read(line);
        if (event.position() > header.position()) {
            throw new UnreadableLine(
                    lines.number(), "is an event after position " + header.position() + ", at which the export ends");
        }
        return event;
    }

    private RecordedEvent read(String line) {
        RecordedEvent event;
        try {
            event = EventEnvelope.read(line);
        } catch (IllegalArgumentException e) {
            throw lines.unreadable("is not an event", e);
        }
        if (!EventEnvelope.write(event).equals(line)) {
            throw new UnreadableLine(lines.number(), "is not written as an export writes an event");
        }
        return event;
    }
}
