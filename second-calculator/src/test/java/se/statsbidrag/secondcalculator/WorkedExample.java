package se.statsbidrag.secondcalculator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.statsbidrag.secondcalculator.QueueYear.Requisition;

/** The real grant's parameters, and the made-up year whose result is known to the krona. */
public final class WorkedExample {
    public static final String HIP_REPLACEMENT = "HIP_REPLACEMENT";
    public static final String PROLAPSE = "PROLAPSE";
    public static final String CATARACT = "CATARACT";
    public static final List<String> PROCEDURES = List.of(HIP_REPLACEMENT, PROLAPSE, CATARACT);

    private WorkedExample() {}

    /** One region's row of the table, by column. */
    public static List<Map<String, String>> rows() {
        return csv("/worked-example.csv");
    }

    public static QueueGrant grant() {
        Map<String, Long> population = new TreeMap<>();
        Map<String, Long> cap = new TreeMap<>();
        for (Map<String, String> row : csv("/regions.csv")) {
            population.put(text(row, "county_code"), number(row, "population"));
            cap.put(text(row, "county_code"), number(row, "cap"));
        }
        return new QueueGrant(
                List.copyOf(cap.keySet()),
                population,
                cap,
                100_000_000,
                397_000_000,
                PROCEDURES,
                Map.of(HIP_REPLACEMENT, 108_000L, PROLAPSE, 39_000L, CATARACT, 19_000L),
                Map.of(HIP_REPLACEMENT, 65L, PROLAPSE, 23L, CATARACT, 12L),
                5);
    }

    /** The nine months' sums, with both deadlines passed. */
    public static QueueYear year() {
        Map<String, Requisition> requisition = new TreeMap<>();
        Map<String, Map<String, Long>> operations = new TreeMap<>();
        for (Map<String, String> row : rows()) {
            String region = text(row, "county_code");
            if (text(row, "requisition").equals("yes")) {
                requisition.put(region, Requisition.IN_FORCE);
            }
            operations.put(
                    region,
                    Map.of(
                            HIP_REPLACEMENT, number(row, "hip_replacement"),
                            PROLAPSE, number(row, "prolapse"),
                            CATARACT, number(row, "cataract")));
        }
        return new QueueYear(requisition, operations, true, true, Map.of());
    }

    public static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    public static long number(Map<String, String> row, String column) {
        return Long.parseLong(text(row, column));
    }

    static List<Map<String, String>> csv(String resource) {
        try (InputStream in = WorkedExample.class.getResourceAsStream(resource)) {
            String content = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = content.lines().toList();
            List<String> header = List.of(lines.getFirst().split(",", -1));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) {
                    row.put(header.get(i), cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
