package se.statsbidrag.requisition.domain;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a table.
 *
 * @param row the line of the file, the header being line 1; null when it is in no row
 * @param field the column or parameter
 * @param value what stands there; empty when nothing does
 * @param fault what is wrong
 * @param remedy what to do
 */
public record RowFault(@Nullable Integer row, String field, String value, String fault, String remedy) {
    /** A fault that is in no row. */
    static RowFault ofTable(String field, String value, String fault, String remedy) {
        return new RowFault(null, field, value, fault, remedy);
    }

    @Override
    public String toString() {
        return (row == null ? "" : "line " + row + ": ") + field + " '" + value + "': " + fault + "; " + remedy;
    }
}
