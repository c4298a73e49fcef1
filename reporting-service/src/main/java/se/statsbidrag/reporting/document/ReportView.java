package se.statsbidrag.reporting.document;

import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.reporting.domain.report.ReportDocument;
import se.statsbidrag.reporting.domain.report.ReportDocument.Cell;
import se.statsbidrag.reporting.domain.report.ReportDocument.Column;
import se.statsbidrag.reporting.domain.report.ReportDocument.Form;
import se.statsbidrag.reporting.domain.report.ReportDocument.Row;
import se.statsbidrag.reporting.domain.report.ReportDocument.Section;
import se.statsbidrag.reporting.domain.report.ReportDocument.Table;
import se.statsbidrag.rules.plan.Swedish;

/**
 * A report as people read it, in the document and on the page: the columns that are for machines alone are left out.
 *
 * @param head what stands under the title
 */
public record ReportView(String title, List<ReportHead.Line> head, List<Part> parts) {
    private static final char MINUS = '\u2212';

    /**
     * A part of a report.
     *
     * @param columns none where there is no table
     */
    public record Part(
            String id,
            String title,
            List<String> paragraphs,
            List<Head> columns,
            List<Line> lines,
            List<Figure> figures) {
        public boolean isTable() {
            return !columns.isEmpty();
        }

        public boolean isEmpty() {
            return isTable() && lines.isEmpty();
        }
    }

    /** A column's head. */
    public record Head(String title, boolean number) {}

    /** A row as shown. */
    public record Line(boolean sum, List<Shown> cells) {}

    /** A cell as shown. */
    public record Shown(String text, boolean number) {}

    /** A chart as SVG. */
    public record Figure(String title, RawString svg) {}

    public static ReportView of(ReportDocument report) {
        return new ReportView(
                report.title(),
                ReportHead.lines(report).stream().skip(1).toList(),
                report.sections().stream().map(ReportView::part).toList());
    }

    private static Part part(Section section) {
        Table table = section.table();
        return new Part(
                section.id(),
                section.title(),
                section.paragraphs(),
                table == null
                        ? List.of()
                        : table.columns().stream()
                                .filter(ReportView::isRead)
                                .map(column -> new Head(column.title(), isNumber(column)))
                                .toList(),
                table == null
                        ? List.of()
                        : table.rows().stream().map(row -> line(table, row)).toList(),
                section.charts().stream()
                        .map(chart -> new Figure(chart.title(), new RawString(BarChart.svg(chart))))
                        .toList());
    }

    private static Line line(Table table, Row row) {
        List<Shown> cells = new ArrayList<>();
        for (int index = 0; index < table.columns().size(); index++) {
            Column column = table.columns().get(index);
            if (isRead(column)) {
                Cell cell = row.cells().get(index);
                Long number = cell.number();
                String words = cell.words();
                cells.add(new Shown(
                        number != null ? shown(column.form(), number) : words == null ? "–" : words, isNumber(column)));
            }
        }
        return new Line(row.sum(), cells);
    }

    private static boolean isRead(Column column) {
        return column.form() != Form.CODE;
    }

    private static boolean isNumber(Column column) {
        return column.form() != Form.TEXT && column.form() != Form.CODE;
    }

    /** A whole number as its form is read in Swedish. */
    static String shown(Form form, long number) {
        String digits = form == Form.TENTHS_OF_PERCENT
                ? Swedish.number(Math.absExact(number) / 10)
                        + BigDecimal.valueOf(Math.absExact(number) % 10, 1)
                                .toPlainString()
                                .substring(1)
                                .replace('.', ',')
                        + Swedish.NO_BREAK_SPACE + "%"
                : Swedish.number(Math.absExact(number));
        return number < 0 ? MINUS + digits : digits;
    }
}
