package se.statsbidrag.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;

/** The definition of the queue grant as the requisition service ships it. */
public final class ShippedDefinition {
    private static final Path FILE =
            Path.of("requisition-service/src/main/resources/programmes/korta-vardkoerna-2025.yaml");

    private ShippedDefinition() {}

    /** A new tree each time, free to change. */
    public static Map<String, Object> tree() {
        Path root = Path.of(Objects.requireNonNullElse(System.getProperty("statsbidrag.root"), ".."));
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(root.resolve(FILE)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static ProgrammeDefinition definition() {
        return ProgrammeDefinitionReader.read(tree()).orThrow();
    }
}
