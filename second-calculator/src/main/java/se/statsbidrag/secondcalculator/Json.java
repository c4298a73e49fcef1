package se.statsbidrag.secondcalculator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON, and refuses what is missing or of another kind. */
final class Json {
    private static final ObjectMapper READER = new ObjectMapper();

    private Json() {}

    static JsonNode read(String text) {
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CannotCompute("a text is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static String text(JsonNode node, String field) {
        JsonNode found = node.path(field);
        if (!found.isTextual()) {
            throw new CannotCompute("no text in " + field);
        }
        return found.asText();
    }

    static long whole(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new CannotCompute(node + " is no whole number");
        }
        return node.asLong();
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
