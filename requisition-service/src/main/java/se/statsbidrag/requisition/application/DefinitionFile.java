package se.statsbidrag.requisition.application;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.Fault;

/**
 * A definition file, YAML or JSON, as a tree with the line of each place in it. Stricter than YAML: a key stands once, a
 * number is written in plain digits, nothing refers to anything else, and there is one document. It is small, too: what is
 * read is kept with the path of each place, and whoever sends a file chooses how many there are and how long.
 */
public final class DefinitionFile {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int MOST_VALUES = 50_000;
    private static final int MOST_LEVELS = 20;
    private static final int LONGEST_NAME = 100;
    private static final Pattern PLAIN_WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Object tree;
    private boolean unreadable;
    private int values;
    private int levels;

    private DefinitionFile() {}

    /** A limit is passed, and named among the faults: the rest is not read. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The YAML file as far as it can be read; what is wrong with its writing is among {@link #faults()}. */
    public static DefinitionFile yaml(String text) {
        return read(text, YAML, "YAML");
    }

    /** The same of a JSON file. */
    public static DefinitionFile json(String text) {
        return read(text, JSON, "JSON");
    }

    private static DefinitionFile read(String text, JsonFactory form, String name) {
        DefinitionFile file = new DefinitionFile();
        try (JsonParser parser = form.createParser(text)) {
            parser.nextToken();
            file.tree = file.value(parser, "");
            if (parser.nextToken() != null) {
                file.fault("the file", "", "holds more than one document", "write one definition per file");
            }
        } catch (TooMuch named) {
            file.tree = null;
        } catch (IOException e) {
            file.tree = null;
            file.unreadable = true;
            file.lines.put("", unreadableLine(e));
            file.fault(
                    "the file",
                    "",
                    "is not " + name + " that can be read: " + firstLine(e),
                    "correct the place that it names");
        }
        return file;
    }

    /** Whether its form is so wrong that nothing of it could be read. */
    public boolean isUnreadable() {
        return unreadable;
    }

    @Nullable Object tree() {
        return tree;
    }

    /** What is wrong with its writing. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The line of a place such as {@code pots[1].key}, or of the nearest place around it; 1 for the whole file. */
    public int line(String path) {
        String place = path;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
        }
        return lines.getOrDefault(place, 1);
    }

    private @Nullable Object value(JsonParser parser, String path) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return null;
        }
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        values++;
        if (values > MOST_VALUES) {
            throw tooMuch(path, "is one value more than the " + MOST_VALUES + " that a definition may hold");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            fault(path, parser.getText(), "refers to another place (*)", "write the value out");
            return null;
        }
        return switch (token) {
            case START_OBJECT, START_ARRAY -> {
                levels++;
                if (levels > MOST_LEVELS) {
                    throw tooMuch(path, "lies more than " + MOST_LEVELS + " levels deep");
                }
                Object inner = token == JsonToken.START_OBJECT ? fields(parser, path) : elements(parser, path);
                levels--;
                yield inner;
            }
            case VALUE_NUMBER_INT -> whole(parser, path);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_FLOAT -> {
                fault(path, parser.getText(), "is a number with decimals", "write a whole number, or text in quotes");
                yield null;
            }
            default -> parser.getText();
        };
    }

    private Map<String, @Nullable Object> fields(JsonParser parser, String path) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (name.length() > LONGEST_NAME) {
                throw tooMuch(path, "holds a name of more than " + LONGEST_NAME + " characters");
            }
            String place = path.isEmpty() ? name : path + "." + name;
            lines.putIfAbsent(place, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            fields.put(name, value(parser, place));
        }
        return fields;
    }

    private List<@Nullable Object> elements(JsonParser parser, String path) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, path + "[" + elements.size() + "]"));
        }
        return elements;
    }

    private @Nullable Object whole(JsonParser parser, String path) throws IOException {
        String written = parser.getText();
        if (!PLAIN_WHOLE.matcher(written).matches()) {
            fault(
                    path,
                    written,
                    "could be read as another number than it says",
                    "write a code in quotes, and a number in plain digits");
            return null;
        }
        return Long.valueOf(written);
    }

    private TooMuch tooMuch(String path, String problem) {
        fault(
                path,
                "",
                problem,
                "write the definition as its schema says; large tables are imported as reference data");
        return new TooMuch();
    }

    private void fault(String path, String value, String problem, String remedy) {
        faults.add(new Fault(path, value, problem, remedy, null));
    }

    private static int unreadableLine(IOException e) {
        return e instanceof JsonProcessingException syntax && syntax.getLocation() != null
                ? Math.max(1, syntax.getLocation().getLineNr())
                : 1;
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf(" at [Source");
        return (end < 0 ? message : message.substring(0, end))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
