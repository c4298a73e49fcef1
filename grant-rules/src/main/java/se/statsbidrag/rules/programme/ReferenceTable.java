package se.statsbidrag.rules.programme;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/**
 * One whole number per recipient: populations, standard costs, caps.
 *
 * @param id what keys and control totals refer to
 * @param title Swedish, as explanations name a value of it
 * @param source the document and place of the whole table
 * @param values one per recipient, 0 or more, by code ascending
 */
public record ReferenceTable(TableId id, String title, String source, Map<RecipientCode, Long> values) {
    public ReferenceTable {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** @throws IllegalArgumentException when the recipient is not in the table */
    public long value(RecipientCode recipient) {
        Long value = values.get(recipient);
        if (value == null) {
            throw new IllegalArgumentException("table " + id + " has no value for recipient " + recipient);
        }
        return value;
    }
}
