package se.statsbidrag.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.programme.ReferenceBinding;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/** The definitions as the requisition service ships them, bound to the reference data that it ships. */
public final class ShippedDefinition {
    public static final String QUEUES = "korta-vardkoerna-2025";
    public static final String ACCESS = "tillganglighet-2025";
    public static final String LOCAL_CARE = "god-nara-vard-2025";

    private static final Path RESOURCES = Path.of(
                    Objects.requireNonNullElse(System.getProperty("statsbidrag.root"), ".."))
            .resolve("requisition-service/src/main/resources");

    private ShippedDefinition() {}

    /** The queue grant: a new tree each time, free to change. */
    public static Map<String, Object> tree() {
        return tree(QUEUES);
    }

    /** A new tree each time, free to change; its tables are bound. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> tree(String programme) {
        Object tree = yaml(RESOURCES.resolve("programmes").resolve(programme + ".yaml"));
        ReferenceBinding.Bound bound = ReferenceBinding.bind(tree, referenceData());
        if (!bound.faults().isEmpty()) {
            throw new IllegalStateException(bound.faults().toString());
        }
        return (Map<String, Object>) Objects.requireNonNull(bound.tree());
    }

    public static ProgrammeDefinition definition() {
        return definition(QUEUES);
    }

    public static ProgrammeDefinition definition(String programme) {
        return ProgrammeDefinitionReader.read(tree(programme)).orThrow();
    }

    /** A definition among the tests' own resources. */
    public static ProgrammeDefinition ofTests(String file) {
        return ProgrammeDefinitionReader.read(yaml(Path.of("src/test/resources").resolve(file)))
                .orThrow();
    }

    private static Object yaml(Path file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    }

    private static List<ReferenceBinding.Version> referenceData() {
        Path folder = RESOURCES.resolve("reference-data");
        return text(folder.resolve("tables.csv"))
                .lines()
                .skip(1)
                .map(line -> {
                    String table = line.substring(0, line.indexOf(','));
                    int status = line.lastIndexOf(',');
                    int date = line.lastIndexOf(',', status - 1);
                    return new ReferenceBinding.Version(
                            new TableId(table),
                            1,
                            line.substring(table.length() + 1, date).replace("\"", ""),
                            LocalDate.parse(line.substring(date + 1, status)),
                            TableStatus.valueOf(line.substring(status + 1)),
                            new TreeMap<>(values(folder.resolve(table + ".csv"))));
                })
                .toList();
    }

    private static Map<RecipientCode, String> values(Path file) {
        return text(file)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(row -> new RecipientCode(row[0]), row -> row.length > 1 ? row[1] : ""));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
