package se.statsbidrag.events.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.LogPages;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * Writes a log as lines of JSON (NDJSON, UTF-8): the {@link ExportHeader}, then one {@link EventEnvelope} for each event up
 * to the head. It takes out what stands in the log, broken or not.
 */
public final class ExportWriter {
    private ExportWriter() {}

    /**
     * @param head as it was before the first event is read; what is recorded later is left out
     * @param out stays open
     */
    public static void write(LogPages log, Head head, Instant exportedAt, OutputStream out) throws IOException {
        line(out, ExportHeader.of(head, exportedAt).line());
        Iterator<RecordedEvent> events = log.fromTheBeginning();
        while (events.hasNext()) {
            RecordedEvent event = events.next();
            if (event.position() > head.position()) {
                break;
            }
            line(out, EventEnvelope.write(event));
        }
        out.flush();
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
