package se.statsbidrag.requisition.application;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.requisition.domain.ReferenceTableForm;
import se.statsbidrag.requisition.domain.ReferenceTableForm.Content;
import se.statsbidrag.requisition.domain.TableRow;

/**
 * A table as {@code text/csv}: UTF-8 with or without byte order mark, lines ended by LF or CRLF, fields quoted or not.
 * The library is the one that deliveries are read with.
 */
public final class ReferenceTableFile {
    /** More rows than there are recipients, several times over. */
    private static final int MOST_ROWS = 2000;

    private static final int LONGEST_FIELD = 64 * 1024;

    private ReferenceTableFile() {}

    /** The file cannot be read as a table at all. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String remedy;

        Unreadable(String message, String remedy) {
            super(message);
            this.remedy = remedy;
        }

        /** What to do about it. */
        public String remedy() {
            return remedy;
        }

        /** What is wrong, one sentence. */
        public String fault() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * The rows of a file, the header first; lines that are empty are left out.
     *
     * @throws Unreadable when it is not UTF-8, not well-formed, or much too long
     */
    public static List<TableRow> read(byte[] file) throws Unreadable {
        List<TableRow> rows = new ArrayList<>();
        try (Reader text = text(file);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .maxBufferSize(LONGEST_FIELD)
                        .detectBomHeader(false)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(false)
                        .ofCsvRecord(text)) {
            for (CsvRecord each : records) {
                if (rows.size() == MOST_ROWS) {
                    throw new Unreadable(
                            "The file has more than " + MOST_ROWS + " rows", "Send one row for each recipient");
                }
                rows.add(new TableRow(Math.toIntExact(each.getStartingLineNumber()), each.getFields()));
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw unreadable(e);
        }
        return rows;
    }

    /** A version as a file that importing takes. */
    public static String write(ReferenceTableForm form, ReferenceTableImported version) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(form.content().header());
            version.values().forEach((recipient, value) -> {
                if (form.content() == Content.NAMED) {
                    csv.writeRecord(recipient.value());
                } else {
                    csv.writeRecord(recipient.value(), value);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Reader text(byte[] file) {
        int mark =
                file.length >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(file, mark, file.length - mark),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Unreadable unreadable(Exception e) {
        String why = "it cannot be read";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new Unreadable("The file is not UTF-8", "Save the file as UTF-8");
            }
            if (cause instanceof CsvParseException && cause.getMessage() != null) {
                why = cause.getMessage();
            }
        }
        return new Unreadable(
                "The file is not well-formed CSV: " + why, "Quote fields as RFC 4180 says, or not at all");
    }
}
