package se.statsbidrag.rules.document;

import java.util.List;
import java.util.stream.Collectors;

/** Text in Markdown, written from top to bottom. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String title) {
        return paragraph("#".repeat(level) + " " + title);
    }

    Markdown paragraph(String paragraph) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(paragraph).append('\n');
        return this;
    }

    /** Text as it stands, line by line. */
    Markdown verbatim(String lines) {
        return paragraph("```text\n" + lines.strip() + "\n```");
    }

    Markdown bullets(List<String> bullets) {
        return bullets.isEmpty()
                ? this
                : paragraph(bullets.stream().map(bullet -> "- " + bullet).collect(Collectors.joining("\n")));
    }

    /** A table whose columns after the first few hold numbers; nothing when there is no row. */
    Markdown table(List<String> header, int textColumns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        StringBuilder table = new StringBuilder(row(header)).append('\n').append('|');
        for (int column = 0; column < header.size(); column++) {
            table.append(column < textColumns ? " --- |" : " ---: |");
        }
        rows.forEach(row -> table.append('\n').append(row(row)));
        return paragraph(table.toString());
    }

    static String code(String code) {
        return "`" + code + "`";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
