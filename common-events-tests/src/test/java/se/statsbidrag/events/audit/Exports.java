package se.statsbidrag.events.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.inbox.ExampleEvents;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;

/** Exports of small logs, as bytes. */
final class Exports {
    static final Instant NOW = Instant.parse("2025-03-02T12:00:00.5Z");

    private Exports() {}

    /** A log of so many events in two streams. */
    static EventLog log(String name, String reason, int events) {
        EventLog log = ExampleEvents.source(name);
        for (int i = 0; i < events; i++) {
            StreamName stream = new StreamName("thing/" + i % 2);
            log.append(
                    List.of(new StreamAppend(stream, i / 2, List.of(ExampleEvents.event(reason + " å " + i)))),
                    ExampleEvents.ORIGIN);
        }
        return log;
    }

    static byte[] of(EventLog log) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ExportWriter.write(log::readAfter, log.head(), NOW, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static ExportVerdict verify(byte[] export) {
        return ExportVerifier.verify(new ByteArrayInputStream(export), Optional.empty());
    }

    static ExportVerdict verify(byte[] export, HeadsStatement statement) {
        return ExportVerifier.verify(new ByteArrayInputStream(export), Optional.of(statement));
    }

    static HeadsStatement statement(EventLog... logs) {
        return new HeadsStatement(
                "requisition-service",
                NOW,
                List.of(logs).stream().map(EventLog::head).toList());
    }

    static List<String> lines(byte[] export) {
        return new String(export, StandardCharsets.UTF_8).lines().toList();
    }

    static byte[] joined(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static StatementKey newKey(Path directory, String name) throws Exception {
        Path file = directory.resolve(name);
        StatementKey.create(file);
        return StatementKey.read(file);
    }

    static Path file(Path directory, String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    static RecordedEvent at(EventLog log, long position) {
        return log.readAfter(position - 1, 1).getFirst();
    }
}
