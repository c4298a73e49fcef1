package se.statsbidrag.reporting.api.followup;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ActivityCost;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.reporting.domain.Faults;
import se.statsbidrag.reporting.domain.followup.CostRow;

/**
 * Costs as they were sent, in JSON or as {@code text/csv}: UTF-8 with or without byte order mark, a header, columns in any
 * order, the optional ones left out or empty.
 *
 * @param rows those whose form is right
 * @param faults what is wrong with the form of the others
 */
record CostRows(List<CostRow> rows, Faults faults) {
    /** Most costs of one request. */
    static final int MOST = 20_000;

    private static final List<String> NEEDED = List.of("activity", "provider", "amount", "day", "voucher");
    private static final List<String> OPTIONAL = List.of("objectCode", "investment", "depreciationYears");
    private static final String WHOLE = "-?[0-9]{1,15}";

    /** Costs in JSON. */
    record Sent(List<Cost> costs) {}

    /** A cost in JSON. */
    record Cost(
            String activity,
            String provider,
            long amount,
            LocalDate day,
            String voucher,
            @Nullable String objectCode,
            @Nullable Long investment,
            @Nullable Integer depreciationYears) {}

    static CostRows ofJson(byte[] body) {
        List<Cost> costs = StrictJson.read(body, Sent.class).costs();
        List<CostRow> rows = new ArrayList<>();
        for (Cost each : costs) {
            require(rows.size() < MOST);
            rows.add(new CostRow(
                    rows.size() + 1,
                    new ActivityCost(
                            each.activity(),
                            each.provider(),
                            each.amount(),
                            each.day(),
                            each.voucher(),
                            each.objectCode() == null ? "" : each.objectCode(),
                            each.investment() == null ? 0 : each.investment(),
                            each.depreciationYears() == null ? 0 : each.depreciationYears())));
        }
        return new CostRows(rows, new Faults());
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 400 when it is no CSV, 413 when it has too many rows */
    static CostRows ofCsv(byte[] body) {
        boolean marked = body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
        int from = marked ? 3 : 0;
        try (InputStreamReader text = new InputStreamReader(
                        new ByteArrayInputStream(body, from, body.length - from),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text)) {
            return read(records.iterator());
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw Problems.unreadable(new Fault(
                    null,
                    null,
                    null,
                    "The file is not well-formed CSV in UTF-8",
                    "Save it as UTF-8, with fields separated by commas"));
        }
    }

    private static CostRows read(Iterator<CsvRecord> records) {
        Faults faults = new Faults();
        List<CostRow> rows = new ArrayList<>();
        if (!records.hasNext()) {
            throw Problems.unreadable(
                    new Fault(null, null, null, "The file is empty", "Send the header " + String.join(",", NEEDED)));
        }
        List<String> columns = records.next().getFields();
        if (!headerIsRight(columns, faults)) {
            return new CostRows(rows, faults);
        }
        for (int count = 0; records.hasNext(); count++) {
            require(count < MOST);
            CsvRecord each = records.next();
            int row = Math.toIntExact(each.getStartingLineNumber());
            if (each.getFieldCount() != columns.size()) {
                faults.add(
                        row,
                        "",
                        String.join(",", each.getFields()),
                        "the row has %d fields, the header %d".formatted(each.getFieldCount(), columns.size()),
                        "give each row one field for each column");
            } else {
                ActivityCost cost = new Row(row, columns, each, faults).cost();
                if (cost != null) {
                    rows.add(new CostRow(row, cost));
                }
            }
        }
        return new CostRows(rows, faults);
    }

    private static boolean headerIsRight(List<String> columns, Faults faults) {
        String right =
                "make the first line " + String.join(",", NEEDED) + ", and if wanted " + String.join(",", OPTIONAL);
        NEEDED.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column ->
                        faults.add(1, column, String.join(",", columns), "the header lacks the column", right));
        HashSet<String> seen = new HashSet<>();
        columns.stream()
                .filter(column -> !seen.add(column) || !(NEEDED.contains(column) || OPTIONAL.contains(column)))
                .forEach(column -> faults.add(
                        1, column, String.join(",", columns), "the column is unknown or stands twice", right));
        return faults.isEmpty();
    }

    private static void require(boolean fewEnough) {
        if (!fewEnough) {
            throw Problems.of(
                    413,
                    "too-many-rows",
                    "Too many rows in one request",
                    "The request has more than " + MOST + " costs; nothing was recorded",
                    "Send the costs in several requests");
        }
    }

    /** One line of the file. */
    private record Row(int number, List<String> columns, CsvRecord fields, Faults faults) {

        /** The cost; null when a field is not in form. */
        @Nullable ActivityCost cost() {
            Long amount = whole("amount", text("amount"));
            LocalDate day = day();
            Long investment = text("investment").isEmpty() ? Long.valueOf(0) : whole("investment", text("investment"));
            Long years = text("depreciationYears").isEmpty()
                    ? Long.valueOf(0)
                    : whole("depreciationYears", text("depreciationYears"));
            if (amount == null || day == null || investment == null || years == null) {
                return null;
            }
            return new ActivityCost(
                    text("activity"),
                    text("provider"),
                    amount,
                    day,
                    text("voucher"),
                    text("objectCode"),
                    investment,
                    (int) Math.clamp(years, -1, 1000));
        }

        private String text(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? "" : fields.getField(index).strip();
        }

        private @Nullable Long whole(String column, String text) {
            if (text.matches(WHOLE)) {
                return Long.valueOf(text);
            }
            faults.add(number, column, text, "is not a whole number", "write digits alone, such as 1500000");
            return null;
        }

        private @Nullable LocalDate day() {
            try {
                return LocalDate.parse(text("day"));
            } catch (DateTimeParseException notADay) {
                faults.add(number, "day", text("day"), "is not a day", "write year, month and day, as in 2025-09-30");
                return null;
            }
        }
    }
}
