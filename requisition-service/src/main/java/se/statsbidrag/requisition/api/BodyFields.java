package se.statsbidrag.requisition.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * The fields of a JSON body, read one by one so that all faults come at once. Types are exact: nothing is coerced. A
 * field that is wrong gives a harmless value, and its fault stands among {@link #faults()}.
 */
final class BodyFields {
    /** More purposes than any programme has. */
    private static final int MOST_NUMBERS = 100;
    /** More than any plan names, and more than there are recipients. */
    private static final int MOST_ELEMENTS = 400;
    /** Drafts are kept for good and read often, so that their size matters. */
    private static final int MOST_BYTES = 256 * 1024;
    /** Stands in for a date that is wrong, so that it does not seem to be another fault. */
    private static final LocalDate FAR_AHEAD = LocalDate.of(9999, 1, 1);

    private final JsonNode body;
    private final String path;
    private final List<FieldFault> faults = new ArrayList<>();
    private final List<BodyFields> inner = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** @param path what stands before the name of a field within it, such as {@code plan.} */
    private BodyFields(JsonNode body, String path) {
        this.body = body;
        this.path = path;
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 400 when the body is not JSON, 422 when it is no object */
    static BodyFields of(byte[] body) {
        requireAtMost(MOST_BYTES, body, "Send less; a plan that is longer can be referred to");
        JsonNode tree = StrictJson.tree(body);
        if (!tree.isObject()) {
            throw Problems.invalid("", shown(tree), "The body is no JSON object", "Send an object with the fields");
        }
        return new BodyFields(tree, "");
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 413 when the body is larger, saying what to do about it */
    static void requireAtMost(int bytes, byte[] body, String remedy) {
        if (body.length > bytes) {
            throw Problems.of(
                    413,
                    "too-large",
                    "The body is too large",
                    "It has " + body.length + " bytes; at most " + bytes + " are taken here",
                    remedy);
        }
    }

    /** A whole number of kronor that may be left out. */
    @Nullable Long optionalWhole(String name) {
        return integer(name, "send whole kronor such as 147463134, without quotes");
    }

    private @Nullable Long integer(String name, String remedy) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            fault(name, node, "is not an integer number", remedy);
            return null;
        }
        return node.longValue();
    }

    /** True or false. */
    boolean truth(String name, boolean whenLeftOut) {
        JsonNode node = field(name);
        if (node == null) {
            return whenLeftOut;
        }
        if (!node.isBoolean()) {
            fault(name, node, "is neither true nor false", "send true or false, without quotes");
            return whenLeftOut;
        }
        return node.booleanValue();
    }

    /** A list of small whole numbers, ascending in the answer; empty when it is left out. */
    List<Integer> wholes(String name) {
        JsonNode node = field(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST_NUMBERS) {
            fault(name, node, "is not a list of at most " + MOST_NUMBERS + " numbers", "send a list such as [1, 2]");
            return List.of();
        }
        List<Integer> wholes = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            JsonNode element = node.get(index);
            if (element.isIntegralNumber() && element.canConvertToInt()) {
                wholes.add(element.intValue());
            } else {
                fault(name + "[" + index + "]", element, "is not an integer number", "send a number without quotes");
            }
        }
        return List.copyOf(wholes);
    }

    /** An object that may be left out; its faults stand among these. */
    @Nullable BodyFields optionalObject(String name) {
        JsonNode node = field(name);
        return node == null ? null : object(name, node);
    }

    /** A list of objects; empty when it is left out. Their faults stand among these. */
    List<BodyFields> objects(String name) {
        List<BodyFields> objects = new ArrayList<>();
        elements(name, "objects").forEach((field, element) -> {
            BodyFields object = object(field, element);
            if (object != null) {
                objects.add(object);
            }
        });
        return objects;
    }

    /** Official codes of recipients; empty when they are left out. */
    List<RecipientCode> codes(String name) {
        List<RecipientCode> codes = new ArrayList<>();
        elements(name, "codes").forEach((field, element) -> {
            try {
                codes.add(new RecipientCode(element.isTextual() ? element.textValue() : ""));
            } catch (IllegalArgumentException noCode) {
                fault(field, element, "is no official code", "send two digits for a region, four for a municipality");
            }
        });
        return codes;
    }

    private @Nullable BodyFields object(String name, JsonNode node) {
        if (!node.isObject()) {
            fault(name, node, "is not an object", "send an object with the fields");
            return null;
        }
        BodyFields object = new BodyFields(node, path + name + ".");
        inner.add(object);
        return object;
    }

    /** The elements of a list by the names that faults give them. */
    private Map<String, JsonNode> elements(String name, String what) {
        JsonNode node = field(name);
        if (node == null) {
            return Map.of();
        }
        if (!node.isArray() || node.size() > MOST_ELEMENTS) {
            fault(name, node, "is not a list of at most " + MOST_ELEMENTS + " " + what, "send a list");
            return Map.of();
        }
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        for (int index = 0; index < node.size(); index++) {
            elements.put(name + "[" + index + "]", node.get(index));
        }
        return elements;
    }

    /** A text that must be there. */
    String text(String name) {
        JsonNode node = field(name);
        if (node == null) {
            faults.add(new FieldFault(path + name, "", "is missing", "add it"));
            return "";
        }
        if (!node.isTextual()) {
            fault(name, node, "is not a text", "send text in quotes");
            return "";
        }
        return node.textValue();
    }

    /** A text that may be left out. */
    @Nullable String optionalText(String name) {
        known.add(name);
        return body.has(name) ? text(name) : null;
    }

    /** A text, or another where it is left out. */
    String textOr(String name, String whenLeftOut) {
        String text = optionalText(name);
        return text == null ? whenLeftOut : text;
    }

    /** A whole number from 1 that must be there. */
    long whole(String name) {
        int before = faults.size();
        Long value = integer(name, "send a number without quotes");
        if (faults.size() > before) {
            return 1;
        }
        if (value == null || value < 1) {
            faults.add(new FieldFault(
                    path + name,
                    value == null ? "" : value.toString(),
                    "is not a number from 1",
                    "send the number it has"));
            return 1;
        }
        return value;
    }

    /** A date that must be there, such as {@code "2025-06-20"}. */
    LocalDate date(String name) {
        int before = faults.size();
        String text = text(name);
        if (faults.size() > before) {
            return FAR_AHEAD;
        }
        Optional<LocalDate> day = Days.parse(text);
        if (day.isPresent()) {
            return day.get();
        }
        faults.add(new FieldFault(
                path + name,
                text,
                "is not a date",
                "send a day such as \"2025-06-20\"",
                text.isBlank() ? "Ange en dag." : "Det är ingen dag. Skriv den som 2025-06-20."));
        return FAR_AHEAD;
    }

    /** All faults so far; a field that nobody asked for is one too. */
    List<FieldFault> faults() {
        List<FieldFault> all = new ArrayList<>(faults);
        inner.forEach(object -> all.addAll(object.faults()));
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                all.add(new FieldFault(
                        path + name,
                        shown(body.get(name)),
                        "is not a field here",
                        "leave it out; the fields are " + known));
            }
        });
        return all;
    }

    private @Nullable JsonNode field(String name) {
        known.add(name);
        JsonNode node = body.get(name);
        if (node != null && node.isNull()) {
            fault(name, node, "is null", "leave it out, or give it a value");
            return null;
        }
        return node;
    }

    private void fault(String name, JsonNode node, String fault, String remedy) {
        faults.add(new FieldFault(path + name, shown(node), fault, remedy));
    }

    private static String shown(JsonNode node) {
        return node.toString();
    }
}
