package se.statsbidrag.reporting.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.statsbidrag.reporting.domain.report.ReportDocument;
import se.statsbidrag.reporting.domain.report.ReportDocument.Cell;
import se.statsbidrag.reporting.domain.report.ReportDocument.Column;
import se.statsbidrag.reporting.domain.report.ReportDocument.Form;
import se.statsbidrag.reporting.domain.report.ReportDocument.Row;
import se.statsbidrag.reporting.domain.report.ReportDocument.Section;
import se.statsbidrag.reporting.domain.report.ReportDocument.Table;

/** A report's tables as text and as a workbook, without anything of when they were written. */
final class ReportTables {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int WIDEST = 60;
    private static final int NARROWEST = 12;
    private static final int LONGEST_SHEET_NAME = 31;

    /** The first instant that a file of this kind can name; each entry bears it, since none says when it was written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ReportTables() {}

    /**
     * Text in UTF-8 with a byte order mark and fields parted by semicolons, as spreadsheet programs set to Swedish read it:
     * what the report is, then each table under its name, with an empty line before.
     */
    static byte[] csv(ReportDocument report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
            try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer)) {
                ReportHead.lines(report).forEach(line -> csv.writeRecord(harmless(line.name()), harmless(line.text())));
                for (Section section : report.sections()) {
                    csv.writeRecord("");
                    csv.writeRecord(section.id(), harmless(section.title()));
                    section.paragraphs().forEach(text -> csv.writeRecord(harmless(text)));
                    Table table = section.table();
                    if (table != null) {
                        csv.writeRecord(table.columns().stream()
                                .map(column -> harmless(column.title()))
                                .toList());
                        table.rows().forEach(row -> csv.writeRecord(fields(table, row)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> fields(Table table, Row row) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cells().get(column);
            Long number = cell.number();
            String words = cell.words();
            if (number == null) {
                fields.add(words == null ? "" : harmless(words));
            } else {
                fields.add(
                        table.columns().get(column).form() == Form.TENTHS_OF_PERCENT
                                ? BigDecimal.valueOf(number, 1).toPlainString().replace('.', ',')
                                : number.toString());
            }
        }
        return fields;
    }

    /** A workbook whose amounts are numbers; the first sheet says what it is. */
    static byte[] xlsx(ReportDocument report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Statsbidrag", "1.0")) {
            Set<String> names = new HashSet<>();
            about(workbook.newWorksheet(name("Om rapporten", names)), report);
            for (Section section : report.sections()) {
                Table table = section.table();
                if (table != null) {
                    fill(workbook.newWorksheet(name(section.id(), names)), section, table);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return timeless(bytes.toByteArray());
    }

    private static void about(Worksheet sheet, ReportDocument report) {
        int row = 0;
        for (ReportHead.Line line : ReportHead.lines(report)) {
            sheet.value(row, 0, line.name());
            sheet.style(row, 0).bold().set();
            sheet.value(row++, 1, line.text());
        }
        for (Section section : report.sections()) {
            sheet.value(++row, 0, section.id());
            sheet.value(row, 1, section.title());
            for (String text : section.paragraphs()) {
                sheet.value(++row, 1, text);
            }
        }
        sheet.width(0, 24);
        sheet.width(1, WIDEST);
    }

    private static void fill(Worksheet sheet, Section section, Table table) {
        sheet.value(0, 0, section.title());
        sheet.style(0, 0).bold().set();
        for (int column = 0; column < table.columns().size(); column++) {
            Column head = table.columns().get(column);
            sheet.value(1, column, head.title());
            sheet.style(1, column).bold().set();
            sheet.width(column, Math.clamp(head.title().length() + 2, NARROWEST, WIDEST));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.rows().get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                fill(sheet, row + 2, column, table.columns().get(column).form(), cells.get(column));
            }
        }
        sheet.freezePane(0, 2);
    }

    private static void fill(Worksheet sheet, int row, int column, Form form, Cell cell) {
        Long number = cell.number();
        String words = cell.words();
        if (number == null) {
            if (words != null) {
                sheet.value(row, column, words);
            }
            return;
        }
        switch (form) {
            case TENTHS_OF_PERCENT -> {
                sheet.value(row, column, BigDecimal.valueOf(number, 3));
                sheet.style(row, column).format("0.0%").set();
            }
            case KRONOR -> {
                sheet.value(row, column, BigDecimal.valueOf(number));
                sheet.style(row, column).format("#,##0").set();
            }
            case COUNT, TEXT, CODE -> sheet.value(row, column, BigDecimal.valueOf(number));
        }
    }

    private static String name(String wanted, Set<String> taken) {
        String name = wanted.length() <= LONGEST_SHEET_NAME ? wanted : wanted.substring(0, LONGEST_SHEET_NAME);
        for (int number = 2; !taken.add(name); number++) {
            String end = "-" + number;
            name = wanted.substring(0, Math.min(wanted.length(), LONGEST_SHEET_NAME - end.length())) + end;
        }
        return name;
    }

    /**
     * The same workbook without the time at which it was written, in its properties and beside its parts. It is read as a file,
     * since its parts say their sizes only in the directory at its end.
     */
    private static byte[] timeless(byte[] workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Path file = Files.createTempFile("report", ".xlsx");
            try {
                Files.write(file, workbook);
                try (ZipFile in = new ZipFile(file.toFile());
                        ZipOutputStream out = new ZipOutputStream(bytes)) {
                    for (ZipEntry part : Collections.list(in.entries())) {
                        ZipEntry copy = new ZipEntry(part.getName());
                        copy.setTimeLocal(NO_TIME);
                        out.putNextEntry(copy);
                        try (InputStream content = in.getInputStream(part)) {
                            out.write(withoutTime(part.getName(), content.readAllBytes()));
                        }
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutTime(String part, byte[] content) {
        return part.equals("docProps/core.xml")
                ? new String(content, StandardCharsets.UTF_8)
                        .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                        .getBytes(StandardCharsets.UTF_8)
                : content;
    }

    /** A text that begins as a formula does is kept from being one. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
