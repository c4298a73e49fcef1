package se.statsbidrag.events.quarkus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.codec.NullCharacter;

/**
 * Reads request bodies with exact types: nothing is coerced, an unknown, repeated or missing field is a fault. Records
 * are read through their constructors; a component that may be left out is {@code @Nullable} and its absence is null.
 */
public final class StrictJson {
    private static final JsonMapper MAPPER = mapper();

    private StrictJson() {}

    /**
     * The body as the type.
     *
     * @throws ProblemException 400 when it is not JSON, 422 naming the field when it does not fit the type, or when a text
     *     holds the character U+0000
     */
    public static <T> T read(byte[] body, Class<T> type) {
        if (NullCharacter.standsIn(new String(body, StandardCharsets.ISO_8859_1))) {
            throw Problems.invalid("", "\\u0000", "A text holds the character U+0000", "Leave the character out");
        }
        T value;
        try {
            value = MAPPER.readValue(body, type);
        } catch (MismatchedInputException e) {
            throw mismatch(e);
        } catch (JsonMappingException e) {
            throw mapping(e);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw Problems.unreadable(
                    new Fault(null, null, null, "The body is not JSON text in UTF-8", "Send UTF-8 encoded JSON"));
        }
        if (value == null) {
            throw Problems.invalid("", "null", "The body is null", "Send the document that the API describes");
        }
        return value;
    }

    /**
     * The body as a tree, for readers that name all faults at once.
     *
     * @throws ProblemException 400 when it is not JSON
     */
    public static JsonNode tree(byte[] body) {
        return read(body, JsonNode.class);
    }

    /** Writes an answer: instants as RFC 3339 in UTC. */
    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    private static ProblemException mismatch(MismatchedInputException e) {
        if (e.getPath().isEmpty() && message(e).startsWith("No content")) {
            return Problems.unreadable(new Fault(null, null, null, "The body is empty", "Send a JSON document"));
        }
        if (message(e).startsWith("Trailing token")) {
            return Problems.unreadable(new Fault(
                    null, null, null, "More follows after the JSON document", "Send one well-formed JSON document"));
        }
        String field = path(e);
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problems.invalid(
                    field,
                    null,
                    "There is no field '" + unknown.getPropertyName() + "' here",
                    "Leave it out; known fields: "
                            + unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (message(e).startsWith("Missing required creator property")
                || message(e).startsWith("Invalid `null` value")) {
            return Problems.invalid(field, null, "The field is missing", "Give it a value");
        }
        return Problems.invalid(
                field,
                value(e),
                "The value is not " + expected(e.getTargetType()),
                "Send the type that the API describes");
    }

    private static String message(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage());
    }

    private static ProblemException mapping(JsonMappingException e) {
        Throwable cause = e.getCause();
        if (cause instanceof InputCoercionException) {
            return Problems.invalid(path(e), null, "The number is too large", "Send a value that the API describes");
        }
        if (cause instanceof JsonProcessingException syntax && !(cause instanceof JsonMappingException)) {
            return unreadable(syntax);
        }
        String fault = cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "The value is not one that the API describes";
        return Problems.invalid(path(e), null, fault, "Send a value that the API describes");
    }

    private static ProblemException unreadable(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        boolean repeated = message(e).startsWith("Duplicate field");
        return Problems.unreadable(new Fault(
                null,
                null,
                null,
                (repeated ? "The same field stands twice" : "The body is not well-formed JSON") + where,
                "Send one well-formed JSON document"));
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static @Nullable String value(MismatchedInputException e) {
        if (e instanceof com.fasterxml.jackson.databind.exc.InvalidFormatException format) {
            return String.valueOf(format.getValue());
        }
        if (e.getProcessor() instanceof JsonParser parser) {
            try {
                return parser.getText();
            } catch (IOException unreadable) {
                return null;
            }
        }
        return null;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "what the API describes";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "an integer number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type.isEnum()) {
            return "one of the values that the API describes";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.getPackageName().startsWith("java.time")
                ? "in the form that RFC 3339 gives"
                : "what the API describes";
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .annotationIntrospector(new RequiredComponents())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        for (LogicalType type : new LogicalType[] {
            LogicalType.Textual, LogicalType.Integer, LogicalType.Boolean, LogicalType.Float, LogicalType.Enum
        }) {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
                mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
        }
        return mapper;
    }
}
