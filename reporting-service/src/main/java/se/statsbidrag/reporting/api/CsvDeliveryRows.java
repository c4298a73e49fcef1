package se.statsbidrag.reporting.api;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.application.DeliveryRows;
import se.statsbidrag.reporting.domain.CellRow;
import se.statsbidrag.reporting.domain.Intake;

/**
 * Deliveries as {@code text/csv}: UTF-8 with or without byte order mark, a header, lines ended by LF or CRLF, fields quoted
 * or not, columns in any order. Read record by record.
 *
 * @param body the file
 * @param address the one delivery that it is; null when the columns {@code reporter} and {@code month} say
 */
record CsvDeliveryRows(Body body, @Nullable DeliveryAddress address) implements DeliveryRows {
    private static final List<String> CELL = List.of("homeRegion", "performedIn", "provider", "procedure", "count");
    private static final List<String> MANY =
            List.of("reporter", "month", "homeRegion", "performedIn", "provider", "procedure", "count");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int LONGEST_FIELD = 64 * 1024;

    @Override
    public void readInto(Intake intake) {
        if (address != null) {
            intake.open(null, address.reporter(), address.month());
        }
        try (Reader text = text();
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .maxBufferSize(LONGEST_FIELD)
                        .detectBomHeader(false)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(false)
                        .ofCsvRecord(text)) {
            read(records.iterator(), intake);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw unreadable(e);
        }
    }

    private void read(Iterator<CsvRecord> records, Intake intake) {
        if (!records.hasNext()) {
            throw Problems.unreadable(new Fault(
                    null, null, null, "The file is empty", "Send at least the header " + String.join(",", expected())));
        }
        CsvRecord header = records.next();
        List<String> columns = header.getFields();
        if (!headerIsRight(columns, intake)) {
            return;
        }
        int reporter = columns.indexOf("reporter");
        int month = columns.indexOf("month");
        int homeRegion = columns.indexOf("homeRegion");
        int performedIn = columns.indexOf("performedIn");
        int provider = columns.indexOf("provider");
        int procedure = columns.indexOf("procedure");
        int count = columns.indexOf("count");
        RowLimit limit = new RowLimit();
        while (records.hasNext()) {
            CsvRecord each = records.next();
            limit.next();
            int row = Math.toIntExact(each.getStartingLineNumber());
            if (each.getFieldCount() != columns.size()) {
                intake.faults()
                        .add(
                                row,
                                "",
                                String.join(",", each.getFields()),
                                "the row has %d fields, the header %d".formatted(each.getFieldCount(), columns.size()),
                                "give each row one field for each column");
                continue;
            }
            intake.take(
                    address == null ? each.getField(reporter) : address.reporter(),
                    address == null ? each.getField(month) : address.month(),
                    new CellRow(
                            row,
                            each.getField(homeRegion),
                            each.getField(performedIn),
                            each.getField(provider),
                            each.getField(procedure),
                            each.getField(count)));
        }
    }

    private List<String> expected() {
        return address == null ? MANY : CELL;
    }

    private boolean headerIsRight(List<String> columns, Intake intake) {
        String written = String.join(",", columns);
        String right = "make the first line " + String.join(",", expected());
        if (columns.size() == 1 && written.contains(";")) {
            intake.faults().add(1, "", written, "the fields are separated by semicolons", "separate them by commas");
            return false;
        }
        List<String> missing = new ArrayList<>(expected());
        missing.removeAll(columns);
        Set<String> seen = new HashSet<>();
        List<String> wrong = columns.stream()
                .filter(column -> !seen.add(column) || !expected().contains(column))
                .toList();
        missing.forEach(column -> intake.faults().add(1, column, written, "the header lacks the column", right));
        wrong.forEach(column -> intake.faults()
                .add(
                        1,
                        column,
                        written,
                        expected().contains(column) ? "the column stands twice" : "there is no such column",
                        right));
        return missing.isEmpty() && wrong.isEmpty();
    }

    /** The text, its byte order mark left out; bytes that are not UTF-8 end the reading. */
    private Reader text() throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(body.open(), BYTE_ORDER_MARK.length);
        byte[] first = bytes.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            bytes.unread(first);
        }
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static ProblemException unreadable(Exception e) {
        String why = "it cannot be read";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return Problems.unreadable(
                        new Fault(null, null, null, "The file is not UTF-8", "Save the file as UTF-8"));
            }
            if (cause instanceof CsvParseException && cause.getMessage() != null) {
                why = cause.getMessage();
            }
        }
        return Problems.unreadable(new Fault(
                null,
                null,
                null,
                "The file is not well-formed CSV: " + why,
                "Quote fields as RFC 4180 says, or not at all"));
    }
}
