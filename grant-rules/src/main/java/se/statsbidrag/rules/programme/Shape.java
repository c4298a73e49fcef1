package se.statsbidrag.rules.programme;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a part of a definition's tree must look like. Checking names every fault; nothing is coerced. */
sealed interface Shape {

    void check(String path, @Nullable Object value, Consumer<Fault> faults);

    /** Makes a value of a type of its own from text, or throws because the text is not in its form. */
    @FunctionalInterface
    interface Parser {
        Object parse(String text);
    }

    /**
     * Text.
     *
     * @param parser throws any RuntimeException when the text is not in its form
     * @param expected the form, in words
     * @param choices the texts that there are; empty where any in that form will do
     */
    record Text(Parser parser, String expected, List<String> choices) implements Shape {
        static final int LONGEST = 1000;
        /** No text of a database can hold it. */
        private static final char NULL_CHARACTER = 0;

        /** The form of a text that may say anything. */
        static final String ANY = "a text";

        Text(Parser parser, String expected) {
            this(parser, expected, List.of());
        }

        @Override
        public void check(String path, @Nullable Object value, Consumer<Fault> faults) {
            if (!(value instanceof String text)) {
                faults.accept(Fault.ofForm(
                        path,
                        value,
                        "must be text, not " + kind(value),
                        "write " + expected + ", in quotation marks where it looks like a number or a date"));
            } else if (text.isBlank() || text.length() > LONGEST) {
                faults.accept(Fault.ofForm(
                        path, text, "must have 1 to " + LONGEST + " characters, not all blank", "write " + expected));
            } else if (text.indexOf(NULL_CHARACTER) >= 0) {
                faults.accept(Fault.ofForm(path, "", "holds the character U+0000", "leave the character out"));
            } else if (!parses(text)) {
                faults.accept(Fault.ofForm(path, text, "is not in the expected form", "write " + expected));
            }
        }

        private boolean parses(String text) {
            try {
                parser.parse(text);
                return true;
            } catch (RuntimeException notInForm) {
                return false;
            }
        }
    }

    /** A whole number within bounds, both included. */
    record Whole(long least, long most) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, Consumer<Fault> faults) {
            if (!(value instanceof Integer || value instanceof Long || value instanceof BigInteger)) {
                faults.accept(Fault.ofForm(
                        path,
                        value,
                        "must be a whole number, not " + kind(value),
                        "write a whole number from " + least + " to " + most + ", without quotation marks"));
                return;
            }
            BigInteger number = new BigInteger(value.toString());
            if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
                faults.accept(Fault.ofForm(
                        path, value, "is out of bounds", "write a whole number from " + least + " to " + most));
            }
        }
    }

    /** A list with at least so many elements, all alike. */
    record Many(Shape element, int least) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, Consumer<Fault> faults) {
            if (!(value instanceof List<?> list)) {
                faults.accept(Fault.ofForm(path, value, "must be a list, not " + kind(value), "write a list"));
                return;
            }
            if (list.size() < least) {
                faults.accept(Fault.ofForm(path, "", "has too few elements", "write at least " + least));
            }
            for (int index = 0; index < list.size(); index++) {
                element.check(path + "[" + index + "]", list.get(index), faults);
            }
        }
    }

    /** Values by name, all alike, at least one. */
    record Table(Text key, Shape element) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, Consumer<Fault> faults) {
            if (!(value instanceof Map<?, ?> map)) {
                faults.accept(
                        Fault.ofForm(path, value, "must hold names and values, not " + kind(value), "write a map"));
                return;
            }
            if (map.isEmpty()) {
                faults.accept(Fault.ofForm(path, "", "is empty", "write at least one name and value"));
            }
            map.forEach((name, each) -> {
                key.check(path + "." + name, name, faults);
                element.check(path + "." + name, each, faults);
            });
        }
    }

    /** Fields by name; those that are neither required nor optional are faults. */
    record Fields(Map<String, Shape> required, Map<String, Shape> optional) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, Consumer<Fault> faults) {
            if (!(value instanceof Map<?, ?> map)) {
                faults.accept(Fault.ofForm(
                        path, value, "must have fields, not " + kind(value), "write the fields " + names()));
                return;
            }
            map.keySet().stream()
                    .filter(name -> !(name instanceof String text && names().contains(text)))
                    .forEach(name -> faults.accept(Fault.ofForm(
                            at(path, name), "", "is an unknown field", "remove it; the known fields are " + names())));
            required.forEach((name, shape) -> {
                if (map.containsKey(name)) {
                    shape.check(at(path, name), map.get(name), faults);
                } else {
                    faults.accept(Fault.ofForm(at(path, name), "", "is missing", "add the field"));
                }
            });
            optional.forEach((name, shape) -> {
                if (map.containsKey(name)) {
                    shape.check(at(path, name), map.get(name), faults);
                }
            });
        }

        Fields with(String name, Shape shape) {
            Map<String, Shape> more = new LinkedHashMap<>(required);
            more.put(name, shape);
            return new Fields(more, optional);
        }

        private Set<String> names() {
            Set<String> names = new LinkedHashSet<>(required.keySet());
            names.addAll(optional.keySet());
            return names;
        }

        private static String at(String path, Object name) {
            return path.isEmpty() ? String.valueOf(name) : path + "." + name;
        }
    }

    /** Fields whose set depends on the text of one of them. */
    record Choice(String field, Map<String, Fields> choices) implements Shape {
        @Override
        public void check(String path, @Nullable Object value, Consumer<Fault> faults) {
            Object chosen = value instanceof Map<?, ?> map ? map.get(field) : null;
            Fields fields = chosen instanceof String text ? choices.get(text) : null;
            if (fields == null) {
                faults.accept(Fault.ofForm(
                        path + "." + field,
                        chosen,
                        "does not say which kind it is",
                        "write one of " + choices.keySet()));
                return;
            }
            fields.with(field, new Text(text -> text, "one of " + choices.keySet()))
                    .check(path, value, faults);
        }
    }

    private static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String _ -> "text";
            case Boolean _ -> "true or false";
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "a map";
            case Integer _, Long _, BigInteger _ -> "a whole number";
            case Number _ -> "a number with decimals";
            default -> "a " + value.getClass().getSimpleName();
        };
    }
}
