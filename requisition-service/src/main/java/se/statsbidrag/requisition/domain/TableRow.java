package se.statsbidrag.requisition.domain;

import java.util.List;

/**
 * A row of a table as it came.
 *
 * @param line in the file, the header being line 1
 */
public record TableRow(int line, List<String> fields) {
    public TableRow {
        fields = List.copyOf(fields);
    }
}
