package se.statsbidrag.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that a page shows and that can be fetched as a file: one set of columns and rows for both.
 *
 * @param columns from left to right; every row has a cell for each
 */
public record DataTable(List<Column> columns, List<Row> rows) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What a column's cells hold. */
    public enum Form {
        TEXT,
        COUNT,
        /** Whole kronor. */
        KRONOR,
        /** Tenths of a krona. */
        TENTHS,
        /** Tenths of a percent. */
        PERCENT,
        /** An instant, shown in Swedish local time. */
        MOMENT;

        public boolean isNumber() {
            return this == COUNT || this == KRONOR || this == TENTHS || this == PERCENT;
        }
    }

    /**
     * A column.
     *
     * @param name stable, for scripts and styles
     * @param title in the page's language
     */
    public record Column(String name, String title, Form form) {}

    /**
     * A row.
     *
     * @param key tells it from others, such as a recipient's code; has no comma
     */
    public record Row(String key, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param name of its column
     * @param form of its column
     * @param words in the page's language; empty where it is a number or a moment
     * @param value by which words are sorted and found
     * @param number null where there is none, or none is known
     * @param instant null where there is none, or none is known
     */
    public record Cell(
            String name,
            Form form,
            String words,
            String value,
            @Nullable Long number,
            @Nullable Instant instant) {

        public static Cell text(Column column, String words, String value) {
            return new Cell(column.name, column.form, words, value, null, null);
        }

        public static Cell number(Column column, @Nullable Long number) {
            return new Cell(column.name, column.form, "", "", number, null);
        }

        public static Cell moment(Column column, @Nullable Instant instant) {
            return new Cell(column.name, column.form, "", "", null, instant);
        }

        public boolean isText() {
            return form == Form.TEXT;
        }

        public boolean isMoment() {
            return form == Form.MOMENT;
        }

        public boolean isPercent() {
            return form == Form.PERCENT;
        }

        public boolean isTenths() {
            return form == Form.TENTHS;
        }

        /** Whether what it should hold is not known. */
        public boolean isNone() {
            return form == Form.MOMENT ? instant == null : form.isNumber() && number == null;
        }
    }

    /** The same with these rows alone, in this order; a key without row is passed over. */
    public DataTable with(Collection<String> keys) {
        Map<String, Row> known = new HashMap<>();
        rows.forEach(row -> known.put(row.key, row));
        List<Row> chosen = new ArrayList<>();
        for (String key : keys) {
            Row row = known.remove(key);
            if (row != null) {
                chosen.add(row);
            }
        }
        return new DataTable(columns, chosen);
    }
}
