package se.statsbidrag.reporting.domain.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.GovernmentReport;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A report to the government as it is read: one content for every format. Texts are Swedish, amounts whole kronor.
 *
 * @param programmeVersion of the definition in force then
 * @param programmeTitle what the grant is called
 * @param caseNumber the agency's, the same for every instant
 * @param decisionCaseNumber of the government's decision, which the report cites (R-K3)
 * @param source the paragraph that asks for the report
 * @param asOf nothing recorded later is in it
 * @param basis the last position of each log that it rests on, by name of log
 * @param notes what holds for the whole report: assumptions, made-up figures, roundings
 */
public record ReportDocument(
        ProgrammeId programme,
        int programmeVersion,
        String programmeTitle,
        GovernmentReport.Kind kind,
        String title,
        String caseNumber,
        String decisionCaseNumber,
        String source,
        Instant asOf,
        List<EventReference> basis,
        List<String> notes,
        List<Section> sections) {
    public ReportDocument {
        basis = List.copyOf(basis);
        notes = List.copyOf(notes);
        sections = List.copyOf(sections);
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * A part of a report.
     *
     * @param id its name, lower-case words joined by hyphens
     * @param paragraphs what stands before the table
     * @param table null where there is none
     */
    public record Section(
            String id,
            String title,
            List<String> paragraphs,
            @Nullable Table table,
            List<Chart> charts) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
            charts = List.copyOf(charts);
        }
    }

    /** What a column's cells hold. */
    public enum Form {
        TEXT,
        /** Text for machines; people read the column beside it. */
        CODE,
        COUNT,
        /** Whole kronor. */
        KRONOR,
        /** Tenths of a percent, rounded towards zero. */
        TENTHS_OF_PERCENT
    }

    /**
     * A column.
     *
     * @param name its name in data, camelCase
     * @param title as people read it
     */
    public record Column(String name, String title, Form form) {}

    /** A cell: words, a whole number, or neither where there is nothing to say. */
    public record Cell(@Nullable String words, @Nullable Long number) {
        private static final Cell NONE = new Cell(null, null);

        private static Cell of(@Nullable Object value) {
            return switch (value) {
                case null -> NONE;
                case Long number -> new Cell(null, number);
                case Integer number -> new Cell(null, number.longValue());
                default -> new Cell(value.toString(), null);
            };
        }
    }

    /**
     * A row.
     *
     * @param sum whether it sums others
     */
    public record Row(List<Cell> cells, boolean sum) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Every row has a cell for each column. */
    public record Table(List<Column> columns, List<Row> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Bars beside each other. Shows nothing that its section's table does not say.
     *
     * @param series what the bars of each group are, in order
     */
    public record Chart(String title, Form form, List<String> series, List<Bars> groups) {
        public Chart {
            series = List.copyOf(series);
            groups = List.copyOf(groups);
        }
    }

    /**
     * The bars of one label.
     *
     * @param values 0 or more, one for each series
     */
    public record Bars(String label, List<Long> values) {
        public Bars {
            values = List.copyOf(values);
        }
    }

    /** Builds a table row by row. */
    static final class TableBuilder {
        private final List<Column> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        TableBuilder column(String name, String title, Form form) {
            columns.add(new Column(name, title, form));
            return this;
        }

        /** @param values text, whole numbers, or null, one for each column */
        TableBuilder row(@Nullable Object... values) {
            return add(false, values);
        }

        TableBuilder sum(@Nullable Object... values) {
            return add(true, values);
        }

        private TableBuilder add(boolean sum, @Nullable Object... values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException(values.length + " cells for " + columns.size() + " columns");
            }
            List<Cell> cells = new ArrayList<>();
            for (Object value : values) {
                cells.add(Cell.of(value));
            }
            rows.add(new Row(cells, sum));
            return this;
        }

        Table build() {
            return new Table(columns, rows);
        }
    }
}
