package se.statsbidrag.requisition.domain;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.domain.ReferenceTableForm.Content;
import se.statsbidrag.requisition.domain.ReferenceTableForm.Kind;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/**
 * The tables of reference data that there are, and the recipients that they may speak of: data, so that a new table is a
 * new line.
 *
 * @param tables by name
 * @param official every region and municipality by code, with its name
 */
public record ReferenceTableForms(
        SortedMap<TableId, ReferenceTableForm> tables, SortedMap<RecipientCode, String> official) {
    private static final String TABLES_HEADER = "table,recipients,complete,column,sum,counts";
    private static final String OFFICIAL_HEADER = "code,name";

    /**
     * Reads both lists.
     *
     * @param tables {@code table,recipients,complete,column,sum,counts}
     * @param official {@code code,name}
     * @throws IllegalArgumentException when a line is not in that form
     */
    public static ReferenceTableForms of(String tables, String official) {
        SortedMap<TableId, ReferenceTableForm> forms = new TreeMap<>();
        for (List<String> line : lines(tables, TABLES_HEADER)) {
            ReferenceTableForm form = form(line);
            forms.put(form.table(), form);
        }
        SortedMap<RecipientCode, String> names = new TreeMap<>();
        for (List<String> line : lines(official, OFFICIAL_HEADER)) {
            names.put(new RecipientCode(line.getFirst()), line.getLast());
        }
        return new ReferenceTableForms(forms, names);
    }

    /** The form of a table; empty when there is none of that name. */
    public Optional<ReferenceTableForm> form(String table) {
        return tables.values().stream()
                .filter(form -> form.table().value().equals(table))
                .findFirst();
    }

    private static ReferenceTableForm form(List<String> line) {
        return new ReferenceTableForm(
                new TableId(line.get(0)),
                Kind.valueOf(line.get(1)),
                line.get(2).equals("yes"),
                content(line.get(3)),
                sum(line.get(4)),
                counts(line.get(5)));
    }

    private static Content content(String column) {
        return switch (column) {
            case "value" -> Content.VALUE;
            case "class" -> Content.CLASS;
            case "" -> Content.NAMED;
            default -> throw new IllegalArgumentException("no such column: " + column);
        };
    }

    private static @Nullable Long sum(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static SortedMap<String, Integer> counts(String text) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String count : text.isEmpty() ? List.<String>of() : List.of(text.split(" "))) {
            int equals = count.indexOf('=');
            counts.put(count.substring(0, equals), Integer.valueOf(count.substring(equals + 1)));
        }
        return counts;
    }

    private static List<List<String>> lines(String csv, String header) {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(header)) {
            throw new IllegalArgumentException("the list does not begin with " + header);
        }
        int columns = header.split(",").length;
        List<List<String>> cells =
                lines.stream().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        cells.stream().filter(line -> line.size() != columns).findFirst().ifPresent(line -> {
            throw new IllegalArgumentException("not a line of " + header + ": " + line);
        });
        return cells;
    }
}
