package se.statsbidrag.events.audit;

import java.time.Instant;
import se.statsbidrag.events.log.Head;

/**
 * The first line of an export. It is not part of the chain: only a signed statement shows that it is the log's own.
 *
 * @param log the log's name
 * @param position of the last event in the export; 0 when the log is empty
 * @param hash of that event
 * @param exportedAt by the service's clock
 */
public record ExportHeader(String log, long position, String hash, Instant exportedAt) {
    static ExportHeader of(Head head, Instant exportedAt) {
        return new ExportHeader(head.log(), head.position(), head.hash(), exportedAt);
    }

    /** @throws IllegalArgumentException when the line is no such header, byte for byte */
    static ExportHeader read(String line) {
        ExportHeader header = AuditJson.read(line, ExportHeader.class);
        if (!header.line().equals(line)) {
            throw new IllegalArgumentException("not as an export writes its first line");
        }
        return header;
    }

    String line() {
        return AuditJson.write(this);
    }

    Head head() {
        return new Head(log, position, hash, exportedAt);
    }
}
