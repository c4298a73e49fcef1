package se.statsbidrag.allocation.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.rules.programme.DefinitionReading;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.value.ProgrammeId;

/** The definition of the queue grant as it is shipped, also under other names. */
public final class ShippedDefinition {
    private ShippedDefinition() {}

    /** The shipped file as a tree. */
    public static Map<String, Object> tree() {
        Path programmes = Path.of(
                System.getProperty("statsbidrag.root", ".."), "requisition-service/src/main/resources/programmes");
        try (Stream<Path> files = Files.list(programmes)) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith("korta-vardkoerna"))
                    .findFirst()
                    .orElseThrow();
            return new YAMLMapper().readValue(file.toFile(), new TypeReference<HashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ProgrammeDefinition definition() {
        return ProgrammeDefinitionReader.read(tree()).orThrow();
    }

    /** The events that put it in force under a name. */
    public static List<GrantEvent> putInForce(ProgrammeId programme) {
        Map<String, Object> tree = tree();
        tree.put("id", programme.value());
        return putInForce(tree);
    }

    /** The events that put a definition in force. */
    public static List<GrantEvent> putInForce(Map<String, Object> tree) {
        if (!(ProgrammeDefinitionReader.read(tree)
                instanceof DefinitionReading.Accepted(ProgrammeDefinition definition, String text))) {
            throw new IllegalArgumentException(
                    ProgrammeDefinitionReader.read(tree).toString());
        }
        return List.of(
                new ProgrammeVersionProposed(
                        definition.id(), definition.version(), text, definition.hash(), "a new grant"),
                new ProgrammeVersionActivated(definition.id(), definition.version(), definition.hash()));
    }
}
