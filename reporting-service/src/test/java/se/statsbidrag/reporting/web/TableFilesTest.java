package se.statsbidrag.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.statsbidrag.pages.DataTable;
import se.statsbidrag.pages.DataTable.Cell;
import se.statsbidrag.pages.DataTable.Column;
import se.statsbidrag.pages.DataTable.Form;
import se.statsbidrag.pages.TableFiles;

class TableFilesTest {
    private static final Column NAME = new Column("name", "Mottagare", Form.TEXT);
    private static final Column SUM = new Column("sum", "Summa", Form.KRONOR);
    private static final Column SHARE = new Column("share", "Andel", Form.PERCENT);
    private static final Column MOVED = new Column("moved", "Ändrad", Form.MOMENT);
    private static final DataTable TABLE = new DataTable(
            List.of(NAME, SUM, SHARE, MOVED),
            List.of(
                    row("01", "Region \"A\"; ett", -84_167_924L, 873L),
                    row("02", "=HYPERLINK(\"http://x\")", null, null),
                    row("03", "@b", 1L, 1_000L)));
    private static final TableFiles.About ABOUT =
            new TableFiles.About("grant_mottagare", "Grant", List.of("note"), Instant.parse("2025-05-10T08:00:00Z"));

    private final TableFiles files = new TableFiles();

    private static DataTable.Row row(String key, String name, @Nullable Long sum, @Nullable Long share) {
        return new DataTable.Row(
                key,
                List.of(
                        Cell.text(NAME, name, name),
                        Cell.number(SUM, sum),
                        Cell.number(SHARE, share),
                        Cell.moment(MOVED, Instant.parse("2025-05-10T08:00:00Z"))));
    }

    @Test
    void textThatASpreadsheetWouldComputeIsMadeHarmlessAndNumbersStayNumbers() {
        try (Response file = files.csv(TABLE.with(List.of("03", "01", "02", "none", "03")), ABOUT)) {
            assertThat(file.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                    .isEqualTo("attachment; filename=\"grant_mottagare_2025-05-10_1000.csv\"");
            assertThat(new String((byte[]) file.getEntity(), StandardCharsets.UTF_8).split("\r\n"))
                    .containsExactly(
                            "\uFEFFMottagare;Summa;Andel;Ändrad",
                            "'@b;1;100,0;2025-05-10 10:00:00",
                            "\"Region \"\"A\"\"; ett\";-84167924;87,3;2025-05-10 10:00:00",
                            "\"'=HYPERLINK(\"\"http://x\"\")\";;;2025-05-10 10:00:00");
        }
    }

    @Test
    void amountsAreNumbersInAWorkbookAndTextsAreNeverFormulas(@TempDir Path folder) throws IOException {
        try (Response file = files.xlsx(TABLE, ABOUT)) {
            String sheet = sheet(Files.write(folder.resolve("table.xlsx"), (byte[]) file.getEntity()));
            assertThat(sheet)
                    .contains("<v>-84167924</v>")
                    .contains("<v>0.873</v>")
                    .doesNotContain("<f>");
        }
    }

    private static String sheet(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
