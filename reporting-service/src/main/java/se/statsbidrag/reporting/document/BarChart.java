package se.statsbidrag.reporting.document;

import java.util.List;
import se.statsbidrag.pages.PdfFile;
import se.statsbidrag.reporting.domain.report.ReportDocument.Bars;
import se.statsbidrag.reporting.domain.report.ReportDocument.Chart;

/** A chart as SVG, for the document and the page: lying bars with their labels and values, drawn with whole numbers alone. */
final class BarChart {
    private static final int WIDTH = 680;
    private static final int BARS_FROM = 190;
    private static final int LONGEST_BAR = 380;
    private static final int BAR = 11;
    private static final int BETWEEN = 7;
    private static final int LEGEND = 24;
    private static final int TEXT = 10;
    private static final int LONGEST_LABEL = 32;
    private static final List<String> COLOURS = List.of("#005a8c", "#b8560f");

    private BarChart() {}

    static String svg(Chart chart) {
        int group = chart.series().size() * BAR + BETWEEN;
        int height = LEGEND + chart.groups().size() * group;
        StringBuilder svg = new StringBuilder();
        String title = escaped(chart.title());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bars\" role=\"img\" width=\"%d\" height=\"%d\""
                .formatted(WIDTH, height));
        svg.append(" viewBox=\"0 0 %d %d\" aria-label=\"%s\" alt=\"%s\">".formatted(WIDTH, height, title, title));
        legend(chart, svg);
        long most = Math.max(
                1,
                chart.groups().stream()
                        .flatMap(each -> each.values().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
        int top = LEGEND;
        for (Bars bars : chart.groups()) {
            text(svg, 0, top + (group - BETWEEN) / 2 + TEXT / 2, shortened(bars.label()));
            for (int series = 0; series < bars.values().size(); series++) {
                long value = bars.values().get(series);
                int length = (int) (Math.multiplyExact(value, (long) LONGEST_BAR) / most);
                int y = top + series * BAR;
                rectangle(svg, BARS_FROM, y, Math.max(1, length), series);
                text(svg, BARS_FROM + length + 5, y + TEXT - 1, ReportView.shown(chart.form(), value));
            }
            top += group;
        }
        return svg.append("</svg>").toString();
    }

    private static void legend(Chart chart, StringBuilder svg) {
        int left = BARS_FROM;
        for (int series = 0; series < chart.series().size(); series++) {
            rectangle(svg, left, 4, BAR, series);
            text(svg, left + BAR + 5, 4 + TEXT - 1, chart.series().get(series));
            left += 150;
        }
    }

    private static void rectangle(StringBuilder svg, int x, int y, int width, int series) {
        svg.append("<rect class=\"series-%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                .formatted(series, x, y, width, BAR - 1, COLOURS.get(series % COLOURS.size())));
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        svg.append("<text x=\"%d\" y=\"%d\" font-family=\"%s\" font-size=\"%d\" fill=\"#111111\">%s</text>"
                .formatted(x, y, PdfFile.FONT, TEXT, escaped(text)));
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
