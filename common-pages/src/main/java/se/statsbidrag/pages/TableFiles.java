package se.statsbidrag.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.DeadlineDay;

/** Tables as files to work on with: text (CSV) and workbooks (XLSX). */
@ApplicationScoped
public class TableFiles {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd_HHmm");
    private static final int WIDEST = 48;

    /** What a file is called and says about itself. */
    public record About(String name, String title, List<String> notes, Instant at) {
        public About {
            notes = List.copyOf(notes);
        }

        /** Such as {@code a-grant_mottagare_2025-05-10_1000.csv}. */
        String fileName(String ending) {
            return name + "_" + IN_NAME.format(at.atZone(DeadlineDay.SWEDEN)) + "." + ending;
        }
    }

    /**
     * Text in UTF-8 with a byte order mark, fields parted by semicolons and numbers with a decimal comma, as spreadsheet
     * programs set to Swedish read it. A text that such a program would compute is made one that it shows.
     */
    public Response csv(DataTable table, About about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
            try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(writer)) {
                csv.writeRecord(table.columns().stream()
                        .map(column -> harmless(column.title()))
                        .toList());
                for (DataTable.Row row : table.rows()) {
                    csv.writeRecord(row.cells().stream().map(TableFiles::field).toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(bytes, "text/csv;charset=UTF-8", about.fileName("csv"));
    }

    /** A workbook whose amounts are numbers; a second sheet says what it is and when it was true. */
    public Response xlsx(DataTable table, About about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Statsbidrag", "1.0")) {
            fill(workbook.newWorksheet("Tabell"), table);
            Worksheet says = workbook.newWorksheet("Om");
            says.value(0, 0, about.title());
            says.style(0, 0).bold().set();
            says.value(1, 0, LOCAL.format(about.at().atZone(DeadlineDay.SWEDEN)));
            for (int i = 0; i < about.notes().size(); i++) {
                says.value(i + 2, 0, about.notes().get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", about.fileName("xlsx"));
    }

    private static void fill(Worksheet sheet, DataTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            String title = table.columns().get(column).title();
            sheet.value(0, column, title);
            sheet.style(0, column).bold().set();
            sheet.width(column, Math.min(WIDEST, Math.max(12, title.length() + 2)));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<DataTable.Cell> cells = table.rows().get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                fill(sheet, row + 1, column, cells.get(column));
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void fill(Worksheet sheet, int row, int column, DataTable.Cell cell) {
        Long number = cell.number();
        Instant moment = cell.instant();
        switch (cell.form()) {
            case TEXT -> sheet.value(row, column, cell.words());
            case COUNT -> number(sheet, row, column, number == null ? null : BigDecimal.valueOf(number), "0");
            case KRONOR -> number(sheet, row, column, number == null ? null : BigDecimal.valueOf(number), "#,##0");
            case TENTHS -> number(sheet, row, column, number == null ? null : BigDecimal.valueOf(number, 1), "#,##0.0");
            case PERCENT -> number(sheet, row, column, number == null ? null : BigDecimal.valueOf(number, 3), "0.0%");
            case MOMENT -> {
                if (moment != null) {
                    sheet.value(row, column, moment.atZone(DeadlineDay.SWEDEN).toLocalDateTime());
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
                }
            }
        }
    }

    private static void number(Worksheet sheet, int row, int column, @Nullable BigDecimal number, String format) {
        if (number != null) {
            sheet.value(row, column, number);
            sheet.style(row, column).format(format).set();
        }
    }

    private static String field(DataTable.Cell cell) {
        Long number = cell.number();
        Instant moment = cell.instant();
        return switch (cell.form()) {
            case TEXT -> harmless(cell.words());
            case COUNT, KRONOR -> number == null ? "" : number.toString();
            case TENTHS, PERCENT ->
                number == null
                        ? ""
                        : BigDecimal.valueOf(number, 1).toPlainString().replace('.', ',');
            case MOMENT -> moment == null ? "" : LOCAL.format(moment.atZone(DeadlineDay.SWEDEN));
        };
    }

    /** A text that begins as a formula does is kept from being one. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static Response file(ByteArrayOutputStream bytes, String type, String name) {
        return Response.ok(bytes.toByteArray())
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
