package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one definition differs from another, field by field, whatever order its lists are in. */
public final class DefinitionDifferences {
    /** What names an element of a list, the first of these that all elements have and none shares. */
    private static final List<String> NAMES = List.of("id", "code", "number", "table");

    private final List<FieldChange> changes = new ArrayList<>();

    private DefinitionDifferences() {}

    /**
     * The differences, in the order of the later definition's fields; what it no longer has comes last in each part.
     *
     * @param before a tree of maps, lists, text, whole numbers and truths, and so is {@code after}
     */
    public static List<FieldChange> of(@Nullable Object before, @Nullable Object after) {
        DefinitionDifferences differences = new DefinitionDifferences();
        differences.compare("", before, after);
        return List.copyOf(differences.changes);
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (same(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> earlier && after instanceof Map<?, ?> later) {
            parts(path.isEmpty() ? "" : path + ".", "", earlier, later);
        } else if (before instanceof List<?> earlier && after instanceof List<?> later) {
            Optional<String> name = NAMES.stream()
                    .filter(each -> isName(each, earlier) && isName(each, later))
                    .findFirst();
            parts(path + "[", "]", byName(name, earlier), byName(name, later));
        } else {
            changes.add(new FieldChange(path, before, after));
        }
    }

    private void parts(String start, String end, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        names.forEach(name -> compare(start + name + end, before.get(name), after.get(name)));
    }

    private static boolean isName(String field, List<?> elements) {
        Set<Object> seen = new LinkedHashSet<>();
        return elements.stream()
                .allMatch(element -> element instanceof Map<?, ?> map
                        && map.get(field) != null
                        && seen.add(map.get(field).toString()));
    }

    private static Map<String, Object> byName(Optional<String> name, List<?> elements) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int index = 0; index < elements.size(); index++) {
            Object element = elements.get(index);
            String key = name.isPresent() && element instanceof Map<?, ?> map
                    ? String.valueOf(map.get(name.get()))
                    : Integer.toString(index);
            byName.put(key, element);
        }
        return byName;
    }

    /** Equal, whichever whole-number type a reader chose. */
    private static boolean same(@Nullable Object before, @Nullable Object after) {
        return before instanceof Number && after instanceof Number
                ? before.toString().equals(after.toString())
                : Objects.equals(before, after);
    }
}
