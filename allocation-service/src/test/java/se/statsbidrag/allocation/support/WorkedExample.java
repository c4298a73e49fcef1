package se.statsbidrag.allocation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The worked example's table: counts in, every region's money out. */
public final class WorkedExample {
    /** The pots that the table has columns for, in its order. */
    public static final List<String> POTS =
            List.of("block-1", "block-2", "remaining-hip-replacement", "remaining-prolapse", "remaining-cataract");

    private WorkedExample() {}

    /**
     * One region.
     *
     * @param counts of nine months: hip replacements, prolapse, cataract
     * @param amounts in the order of {@link #POTS}, whole kronor
     */
    public record Row(String code, boolean requisition, List<Integer> counts, List<Long> amounts, long total) {}

    public static List<Row> rows() {
        Path table = Path.of(
                System.getProperty("statsbidrag.root", ".."), "grant-rules/src/test/resources/worked-example.csv");
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> row(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] fields) {
        return new Row(
                fields[0],
                fields[2].equals("yes"),
                List.of(fields).subList(3, 6).stream().map(Integer::valueOf).toList(),
                List.of(fields).subList(6, 11).stream().map(Long::valueOf).toList(),
                Long.parseLong(fields[11]));
    }
}
