package se.statsbidrag.reporting.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.statsbidrag.rules.programme.DefinitionReading;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.programme.ReferenceBinding;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/** The definition files that requisition-service ships. */
public final class ShippedDefinition {
    private static final Path RESOURCES =
            Path.of(System.getProperty("statsbidrag.root", ".."), "requisition-service/src/main/resources");

    private ShippedDefinition() {}

    /** A shipped definition. */
    public static ProgrammeDefinition definition(String programme) {
        if (ProgrammeDefinitionReader.read(tree(programme))
                instanceof DefinitionReading.Accepted(ProgrammeDefinition definition, String _)) {
            return definition;
        }
        throw new IllegalStateException("the shipped definition is refused");
    }

    /** A file as a tree, its tables bound to the reference data that are shipped. */
    static Map<String, Object> tree(String programme) {
        try {
            Object tree = new YAMLMapper()
                    .readValue(
                            RESOURCES
                                    .resolve("programmes")
                                    .resolve(programme + ".yaml")
                                    .toFile(),
                            Object.class);
            return new ObjectMapper()
                    .convertValue(
                            ReferenceBinding.bind(tree, referenceData()).tree(),
                            new TypeReference<HashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ReferenceBinding.Version> referenceData() throws IOException {
        List<ReferenceBinding.Version> tables = new ArrayList<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("reference-data"))) {
            for (Path file : files.toList()) {
                String table = file.getFileName().toString().replace(".csv", "");
                if (!table.equals("tables")) {
                    tables.add(new ReferenceBinding.Version(
                            new TableId(table),
                            1,
                            "shipped",
                            LocalDate.parse("2024-11-01"),
                            TableStatus.SYNTHETIC,
                            values(file)));
                }
            }
        }
        return tables;
    }

    private static SortedMap<RecipientCode, String> values(Path file) throws IOException {
        SortedMap<RecipientCode, String> values = new TreeMap<>();
        Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> values.put(new RecipientCode(row[0]), row.length > 1 ? row[1] : ""));
        return values;
    }
}
