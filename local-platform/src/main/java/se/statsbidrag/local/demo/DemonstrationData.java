package se.statsbidrag.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files beside this class that say what the year is like: the programme, the regions and the volumes.
 *
 * @param regions in the order of their codes
 * @param settings as {@code settings.properties} explains them
 */
record DemonstrationData(List<DemonstrationRegion> regions, Map<String, String> settings) {

    private static final String REPORTER = "reporter.";

    DemonstrationData {
        regions = List.copyOf(regions);
        settings = Map.copyOf(settings);
    }

    /** Reads the shipped files. */
    static DemonstrationData shipped() {
        List<String> lines = text("regions.csv").lines().toList();
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<DemonstrationRegion> regions =
                lines.stream().skip(1).map(line -> region(header, line)).toList();
        Map<String, String> settings = new TreeMap<>();
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text("settings.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return new DemonstrationData(regions, settings);
    }

    private static DemonstrationRegion region(List<String> header, String line) {
        String[] values = line.split(",", -1);
        Map<String, String> row = new TreeMap<>();
        for (int column = 0; column < values.length; column++) {
            row.put(header.get(column), values[column]);
        }
        Map<Procedure, Integer> frequency = new EnumMap<>(Procedure.class);
        Map<Procedure, Integer> privately = new EnumMap<>(Procedure.class);
        for (Procedure procedure : Procedure.values()) {
            frequency.put(procedure, Integer.valueOf(value(row, procedure.column())));
            privately.put(procedure, Integer.valueOf(value(row, "private_" + procedure.column())));
        }
        return new DemonstrationRegion(
                value(row, "code"),
                Long.parseLong(value(row, "population")),
                frequency,
                privately,
                Integer.parseInt(value(row, "treated_at_home")),
                List.of(value(row, "neighbours").split(" ", -1)));
    }

    /** A setting by name. */
    String setting(String name) {
        return value(settings, name);
    }

    int number(String name) {
        return Integer.parseInt(setting(name));
    }

    List<Integer> numbers(String name) {
        return Arrays.stream(setting(name).split(" ", -1)).map(Integer::valueOf).toList();
    }

    /** The reporters beside the patient register with the performing regions that they answer for. */
    SortedMap<String, List<String>> reporters() {
        SortedMap<String, List<String>> reporters = new TreeMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(REPORTER)) {
                reporters.put(name.substring(REPORTER.length()), List.of(value.split(" ", -1)));
            }
        });
        return reporters;
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("The demonstration's files lack " + name);
        }
        return value;
    }

    private static String text(String file) {
        try (InputStream in = DemonstrationData.class.getResourceAsStream("/demonstration/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The demonstration's file " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
