package se.statsbidrag.rules.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A map of a definition's tree that is known to have its {@link Shape}: reading it needs no further checks. */
record Tree(Map<?, ?> fields) {

    static Tree of(Object checked) {
        return new Tree((Map<?, ?>) checked);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return (String) required(name);
    }

    <T> Optional<T> optional(String name, Function<String, T> parser) {
        return has(name) ? Optional.of(parser.apply(text(name))) : Optional.empty();
    }

    long whole(String name) {
        return ((Number) required(name)).longValue();
    }

    Tree tree(String name) {
        return of(required(name));
    }

    /** The elements of a list; none when the field is not there. */
    List<Tree> trees(String name) {
        return elements(name).stream().map(Tree::of).toList();
    }

    /** The texts of a list, each as a value of its own type; none when the field is not there. */
    <T> List<T> texts(String name, Function<String, T> parser) {
        return elements(name).stream()
                .map(element -> parser.apply((String) element))
                .toList();
    }

    <K, V> Map<K, V> table(String name, Function<String, K> key, Function<Object, V> value) {
        Map<K, V> table = new LinkedHashMap<>();
        tree(name).fields().forEach((code, each) -> table.put(key.apply((String) code), value.apply(each)));
        return table;
    }

    private List<?> elements(String name) {
        return has(name) ? (List<?>) required(name) : List.of();
    }

    private Object required(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "the shape of the definition should have refused that " + name + " is missing");
        }
        return value;
    }
}
