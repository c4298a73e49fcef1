package se.statsbidrag.rules.programme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/**
 * What is known about each recipient: populations, standard costs, caps, rural classes.
 *
 * @param id what keys and control totals refer to
 * @param title Swedish, as explanations name a value of it
 * @param source the document and place of the whole table
 * @param date the day that it is of; null where none is stated
 * @param status whether its figures are official
 * @param reference the imported table that it is, frozen; null for a table of the definition's own
 * @param content what it says
 */
public record ReferenceTable(
        TableId id,
        String title,
        String source,
        @Nullable LocalDate date,
        TableStatus status,
        @Nullable TableReference reference,
        Content content) {

    /** What a table says about recipients. */
    public sealed interface Content {
        /** Those that it says something about. */
        Set<RecipientCode> recipients();
    }

    /**
     * A whole number each.
     *
     * @param values 0 or more, by code ascending
     */
    public record Figures(SortedMap<RecipientCode, Long> values) implements Content {
        public Figures {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        @Override
        public Set<RecipientCode> recipients() {
            return values.keySet();
        }
    }

    /** A rural class for those that are rural, by code ascending. */
    public record Classes(SortedMap<RecipientCode, RuralClass> classes) implements Content {
        public Classes {
            classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        }

        @Override
        public Set<RecipientCode> recipients() {
            return classes.keySet();
        }
    }

    /** Those that are named, by code ascending. */
    public record Named(SortedSet<RecipientCode> recipients) implements Content {
        public Named {
            recipients = Collections.unmodifiableSortedSet(new TreeSet<>(recipients));
        }
    }

    /** A table of the definition's own, of official figures. */
    public static ReferenceTable ofFigures(TableId id, String title, String source, Map<RecipientCode, Long> values) {
        return new ReferenceTable(
                id, title, source, null, TableStatus.OFFICIAL, null, new Figures(new TreeMap<>(values)));
    }

    /** Its whole numbers; none where it says something else. */
    public SortedMap<RecipientCode, Long> values() {
        return content instanceof Figures figures ? figures.values() : Collections.emptySortedMap();
    }

    /** Its rural classes; none where it says something else. */
    public SortedMap<RecipientCode, RuralClass> classes() {
        return content instanceof Classes rural ? rural.classes() : Collections.emptySortedMap();
    }

    /** Whether it has a whole number for any recipient of the same kind. */
    boolean knowsKindOf(RecipientCode recipient) {
        return values().keySet().stream().anyMatch(RecipientKind.of(recipient)::includes);
    }

    /** @throws IllegalArgumentException when the table has no whole number for the recipient */
    public long value(RecipientCode recipient) {
        Long value = values().get(recipient);
        if (value == null) {
            throw new IllegalArgumentException("table " + id + " has no value for recipient " + recipient);
        }
        return value;
    }
}
