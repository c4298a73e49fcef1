package se.statsbidrag.rules.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON Schema (2020-12) of a definition file, made from the same shape that files are held against, so that the two
 * cannot differ. What the shape leaves to later checks, control totals above all, is no part of it.
 */
public final class DefinitionSchema {
    private static final String TABLE = "tables[]";
    private static final String REFERENCE = TABLE + ".reference";

    private final Map<String, String> descriptions;
    private final Set<String> described = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();

    private DefinitionSchema(Map<String, String> descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * The schema as maps with text keys, lists, text, whole numbers and booleans, in the order in which it is to be read.
     *
     * @throws IllegalStateException when a field has no description, or a description no field
     */
    public static Map<String, Object> tree() {
        DefinitionSchema schema = new DefinitionSchema(FieldDescriptions.ALL);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("title", "Definition of a programme of state grants");
        whole.put(
                "description",
                "One version of one grant as data: recipients, pots and their keys, calendar, conditions, each with its"
                        + " source. YAML or JSON. Codes, months and dates are text; kronor are whole numbers.");
        whole.putAll(schema.of("", DefinitionShape.WHOLE));
        schema.requireAllDescribed();
        return whole;
    }

    private Map<String, Object> of(String path, Shape shape) {
        Map<String, Object> schema = switch (shape) {
            case Shape.Text text -> text(text);
            case Shape.Whole whole -> {
                Map<String, Object> number = typed("integer");
                number.put("minimum", whole.least());
                number.put("maximum", whole.most());
                yield number;
            }
            case Shape.Many many -> {
                Map<String, Object> list = typed("array");
                list.put("minItems", many.least());
                list.put("items", of(path + "[]", many.element()));
                yield list;
            }
            case Shape.Table table -> {
                Map<String, Object> map = typed("object");
                map.put("minProperties", 1);
                map.put("propertyNames", text(table.key()));
                map.put("additionalProperties", of(path + "{}", table.element()));
                yield map;
            }
            case Shape.Fields fields -> fields(path, fields, Map.of());
            case Shape.Choice choice -> {
                Map<String, Object> one = typed("object");
                List<Object> kinds = new ArrayList<>();
                choice.choices()
                        .forEach((name, fields) -> kinds.add(
                                fields(path + "(" + name + ")", fields, Map.of(choice.field(), constant(name)))));
                one.put("oneOf", kinds);
                yield one;
            }
        };
        return asWritten(path, schema);
    }

    /** A file may leave to reference data what a table holds when it is read: binding puts it in. */
    private static Map<String, Object> asWritten(String path, Map<String, Object> schema) {
        if (path.equals(TABLE)) {
            schema.put("required", List.of("id", "title"));
            schema.put("anyOf", List.of(requiring("source"), requiring("reference")));
        } else if (path.equals(REFERENCE)) {
            schema.put("required", List.of("table"));
        }
        return schema;
    }

    private static Map<String, Object> requiring(String field) {
        return Map.of("required", List.of(field));
    }

    private Map<String, Object> fields(String path, Shape.Fields fields, Map<String, Object> constants) {
        Map<String, Object> properties = new LinkedHashMap<>(constants);
        Map<String, Shape> all = new LinkedHashMap<>(fields.required());
        all.putAll(fields.optional());
        all.forEach((name, shape) -> {
            String place = path.isEmpty() ? name : path + "." + name;
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", description(place, name, shape));
            property.putAll(of(place, shape));
            properties.put(name, property);
        });
        List<String> required = new ArrayList<>(constants.keySet());
        required.addAll(fields.required().keySet());
        Map<String, Object> object = typed("object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> constant(String name) {
        Map<String, Object> constant = new LinkedHashMap<>();
        constant.put("description", FieldDescriptions.KIND);
        constant.put("const", name);
        return constant;
    }

    private static Map<String, Object> text(Shape.Text text) {
        Map<String, Object> schema = typed("string");
        if (text.choices().isEmpty()) {
            schema.put("minLength", 1);
            schema.put("maxLength", Shape.Text.LONGEST);
        } else {
            schema.put("enum", text.choices());
        }
        return schema;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    /** By its whole path, or else by its name, and in which form a text is to be. */
    private String description(String path, String name, Shape shape) {
        String key = descriptions.containsKey(path) ? path : "*." + name;
        String description = descriptions.get(key);
        if (description == null) {
            missing.add(path);
            return "";
        }
        described.add(key);
        return shape instanceof Shape.Text text
                        && text.choices().isEmpty()
                        && !text.expected().equals(Shape.Text.ANY)
                ? description + "; " + text.expected()
                : description;
    }

    private void requireAllDescribed() {
        Set<String> unused = new LinkedHashSet<>(descriptions.keySet());
        unused.removeAll(described);
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw new IllegalStateException("fields without a description: " + missing
                    + "; descriptions of fields that there are not: " + unused);
        }
    }
}
