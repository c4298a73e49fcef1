package se.statsbidrag.allocation.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.rules.programme.DefinitionReading;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.programme.ReferenceBinding;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/** The definitions as they are shipped, that of the queue grant also under other names. */
public final class ShippedDefinition {
    private static final Path RESOURCES =
            Path.of(System.getProperty("statsbidrag.root", ".."), "requisition-service/src/main/resources");

    private ShippedDefinition() {}

    /** The shipped file as a tree. */
    public static Map<String, Object> tree() {
        return tree("korta-vardkoerna-2025");
    }

    /** A shipped file as a tree, its tables bound to the reference data that are shipped. */
    public static Map<String, Object> tree(String programme) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("programmes"))) {
            Path file = files.filter(each -> each.getFileName().toString().equals(programme + ".yaml"))
                    .findFirst()
                    .orElseThrow();
            Object tree = new YAMLMapper().readValue(file.toFile(), Object.class);
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

    /** As many inhabitants everywhere, so that the counts alone decide. */
    public static Map<String, Object> withEqualPopulations(Map<String, Object> definition) {
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> changed = new HashMap<>(definition);
        Map<String, Object> values = new TreeMap<>();
        definition()
                .recipients()
                .forEach(recipient -> values.put(recipient.code().value(), 1000));
        JsonNode before = json.valueToTree(definition.get("tables"));
        List<Object> tables = new ArrayList<>();
        before.forEach(table -> tables.add(json.convertValue(table, Map.class)));
        tables.add(Map.of("id", "equal-population", "title", "invånare", "source", "påhittat", "values", values));
        changed.put("tables", tables);
        JsonNode pots = json.valueToTree(definition.get("pots"));
        ((ObjectNode) pots.get(2).get("key")).put("population", "equal-population");
        changed.put("pots", json.convertValue(pots, List.class));
        return changed;
    }

    /** Another number of places in the first pot that hands out remaining funds: a form that is new to the second calculator. */
    public static Map<String, Object> withOtherPlacesInOnePot(Map<String, Object> definition) {
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> changed = new HashMap<>(definition);
        JsonNode pots = json.valueToTree(definition.get("pots"));
        ((ObjectNode) pots.get(2).get("key")).put("places", 4);
        changed.put("pots", json.convertValue(pots, List.class));
        return changed;
    }
}
