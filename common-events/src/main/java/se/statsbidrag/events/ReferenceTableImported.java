package se.statsbidrag.events;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/**
 * A table of reference data came in, whole. Programmes go on with the version that they are bound to.
 *
 * @param version 1 for the first, one more for each that follows
 * @param source the document or office that it is from
 * @param date the day that the figures are of, Swedish local date
 * @param status whether the figures are official
 * @param values a whole number or a class by recipient; empty text where being named is all
 */
public record ReferenceTableImported(
        TableId table,
        int version,
        String source,
        LocalDate date,
        TableStatus status,
        SortedMap<RecipientCode, String> values)
        implements GrantEvent {
    public ReferenceTableImported {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
