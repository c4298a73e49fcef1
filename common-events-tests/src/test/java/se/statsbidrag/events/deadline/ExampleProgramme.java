package se.statsbidrag.events.deadline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.rules.programme.DefinitionReading;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;

/** The first of the shipped definitions that needs no reference data, as events. */
public final class ExampleProgramme {
    private static final DefinitionReading.Accepted READING = read();

    private ExampleProgramme() {}

    public static ProgrammeDefinition definition() {
        return READING.definition();
    }

    public static ProgrammeVersionProposed proposed() {
        return proposed(1);
    }

    static ProgrammeVersionProposed proposed(int version) {
        return new ProgrammeVersionProposed(
                definition().id(),
                version,
                READING.canonicalText(),
                definition().hash(),
                "as shipped");
    }

    public static ProgrammeVersionActivated activated() {
        return activated(1);
    }

    static ProgrammeVersionActivated activated(int version) {
        return new ProgrammeVersionActivated(
                definition().id(), version, definition().hash());
    }

    /** Puts the programme in force in a log. */
    public static void putInForce(EventLog log) {
        append(log, "programme/" + definition().id(), proposed(), activated());
    }

    public static void append(EventLog log, String stream, GrantEvent... events) {
        StreamName name = new StreamName(stream);
        log.append(
                List.of(new StreamAppend(name, log.readStream(name).size(), List.of(events))), Origin.ofSystem("test"));
    }

    private static DefinitionReading.Accepted read() {
        Path folder = Path.of(
                System.getProperty("statsbidrag.root", ".."), "requisition-service/src/main/resources/programmes");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Object tree = new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), Object.class);
                if (ProgrammeDefinitionReader.read(tree) instanceof DefinitionReading.Accepted accepted) {
                    return accepted;
                }
            }
            throw new IllegalStateException("every definition in " + folder + " needs reference data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
