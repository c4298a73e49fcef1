package se.statsbidrag.rules.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/**
 * Puts imported reference data into a definition's tree before it is read, so that the definition holds its figures
 * whole: the frozen basis. A table that only says {@code reference: {table: …}}, with or without a version, becomes one
 * with that version's source, date, status and content; everything else stays as it is written.
 */
public final class ReferenceBinding {
    private static final List<String> CONTENTS = List.of("values", "classes", "named");

    private ReferenceBinding() {}

    /**
     * One version of an imported table.
     *
     * @param table its name
     * @param version counts from 1
     * @param source the document or office that it is from
     * @param date the day that the figures are of
     * @param status whether the figures are official
     * @param values a whole number or a rural class by recipient; empty text where being named is all
     */
    public record Version(
            TableId table,
            int version,
            String source,
            LocalDate date,
            TableStatus status,
            SortedMap<RecipientCode, String> values) {
        public Version {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }

    /**
     * What binding gives.
     *
     * @param tree the tree with its tables bound, as far as they are known
     * @param faults each reference that leads nowhere
     */
    public record Bound(@Nullable Object tree, List<Fault> faults) {
        public Bound {
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param tree a definition as a parser gives it; where it has not the form of one, it is left for the reader to refuse
     * @param imported every version of every imported table
     */
    public static Bound bind(@Nullable Object tree, Collection<Version> imported) {
        if (!(tree instanceof Map<?, ?> fields) || !(fields.get("tables") instanceof List<?> tables)) {
            return new Bound(tree, List.of());
        }
        List<Fault> faults = new ArrayList<>();
        List<@Nullable Object> bound = new ArrayList<>();
        for (int index = 0; index < tables.size(); index++) {
            bound.add(table("tables[" + index + "].reference", tables.get(index), imported, faults));
        }
        Map<Object, @Nullable Object> result = new LinkedHashMap<>(fields);
        result.put("tables", bound);
        return new Bound(result, faults);
    }

    private static @Nullable Object table(
            String path, @Nullable Object table, Collection<Version> imported, List<Fault> faults) {
        if (!(table instanceof Map<?, ?> fields)
                || !(fields.get("reference") instanceof Map<?, ?> reference)
                || CONTENTS.stream().anyMatch(fields::containsKey)) {
            return table;
        }
        Optional<Version> version = find(reference, imported);
        if (version.isEmpty()) {
            faults.add(Fault.ofForm(
                    path,
                    reference,
                    "is no imported reference table and version",
                    "import it first, or name one of those there are"));
            return table;
        }
        return filled(fields, version.get());
    }

    /** The stated version, or else the newest. */
    private static Optional<Version> find(Map<?, ?> reference, Collection<Version> imported) {
        Object stated = reference.get("version");
        return imported.stream()
                .filter(each -> each.table().value().equals(reference.get("table")))
                .filter(each -> stated == null || stated.toString().equals(Integer.toString(each.version())))
                .max(Comparator.comparing(Version::version));
    }

    private static Map<Object, @Nullable Object> filled(Map<?, ?> fields, Version version) {
        Map<Object, @Nullable Object> filled = new LinkedHashMap<>(fields);
        filled.put("reference", Map.of("table", version.table().value(), "version", version.version()));
        filled.putIfAbsent("source", version.source());
        filled.put("date", version.date().toString());
        filled.put("status", version.status().name());
        if (version.values().values().stream().allMatch(String::isEmpty)) {
            filled.put(
                    "named",
                    version.values().keySet().stream().map(RecipientCode::value).toList());
        } else if (version.values().values().stream().allMatch(value -> value.matches("[0-9]{1,18}"))) {
            filled.put("values", byCode(version, Long::valueOf));
        } else {
            filled.put("classes", byCode(version, value -> value));
        }
        return filled;
    }

    private static Map<String, Object> byCode(Version version, Function<String, Object> content) {
        Map<String, Object> byCode = new LinkedHashMap<>();
        version.values().forEach((code, value) -> byCode.put(code.value(), content.apply(value)));
        return byCode;
    }
}
