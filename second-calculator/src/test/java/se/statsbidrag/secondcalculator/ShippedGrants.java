package se.statsbidrag.secondcalculator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.statsbidrag.rules.programme.CanonicalForm;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.programme.ReferenceBinding;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/** The definitions as they are shipped, bound to the shipped reference data. */
public final class ShippedGrants {
    public static final String QUEUES = "korta-vardkoerna-2025";
    public static final String ACCESS = "tillganglighet-2025";
    public static final String LOCAL_CARE = "god-nara-vard-2025";

    private static final Path RESOURCES = Path.of(
                    Objects.requireNonNullElse(System.getProperty("statsbidrag.root"), ".."))
            .resolve("requisition-service/src/main/resources");
    private static final List<String> TABLES = List.of(
            "region-population", "municipality-population", "municipal-health-care", "rural-class", "access-amounts");

    private ShippedGrants() {}

    static ProgrammeDefinition definition(String programme) {
        return ProgrammeDefinitionReader.read(tree(programme)).orThrow();
    }

    /** As the event of its proposal holds it. */
    static String text(String programme) {
        return CanonicalForm.text(tree(programme));
    }

    private static Object tree(String programme) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("programmes"))) {
            Path file = files.filter(path -> path.endsWith(programme + ".yaml"))
                    .findFirst()
                    .orElseThrow();
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            ReferenceBinding.Bound bound = ReferenceBinding.bind(
                    tree, TABLES.stream().map(ShippedGrants::version).toList());
            return Objects.requireNonNull(bound.tree());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Source, date and status do not matter to what is computed. */
    private static ReferenceBinding.Version version(String table) {
        SortedMap<RecipientCode, String> values = new TreeMap<>();
        RealShareGrants.table(table).forEach((code, value) -> values.put(new RecipientCode(code), value));
        return new ReferenceBinding.Version(
                new TableId(table), 1, "shipped", LocalDate.of(2024, 12, 31), TableStatus.OFFICIAL, values);
    }
}
