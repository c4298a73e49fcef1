package se.statsbidrag.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes one place of a definition's tree, named as faults name it: {@code pots[1].key.caps}. */
public final class TreeChange {
    private TreeChange() {}

    public static Map<String, Object> set(Map<String, Object> tree, String path, Object value) {
        container(tree, path).put(lastName(path), value);
        return tree;
    }

    public static Map<String, Object> remove(Map<String, Object> tree, String path) {
        container(tree, path).remove(lastName(path));
        return tree;
    }

    /** The list at a path. */
    @SuppressWarnings("unchecked")
    public static List<Object> list(Map<String, Object> tree, String path) {
        return (List<Object>) Objects.requireNonNull(container(tree, path).get(lastName(path)), path);
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> container(Map<String, Object> tree, String path) {
        int dot = path.lastIndexOf('.');
        Object place = tree;
        if (dot >= 0) {
            for (String part : path.substring(0, dot).split("\\.")) {
                String name = part.replaceFirst("\\[.*", "");
                place = Objects.requireNonNull(((Map<String, Object>) place).get(name), path);
                if (part.endsWith("]")) {
                    String index = part.substring(name.length() + 1, part.length() - 1);
                    place = Objects.requireNonNull(((List<Object>) place).get(Integer.parseInt(index)), path);
                }
            }
        }
        return (Map<String, Object>) place;
    }
}
