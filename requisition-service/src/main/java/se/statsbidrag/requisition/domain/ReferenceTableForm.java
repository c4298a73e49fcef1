package se.statsbidrag.requisition.domain;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.RecipientKind;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/**
 * What a table of reference data must look like (domain: Reference data).
 *
 * @param recipients whom it may speak of
 * @param complete whether it must speak of all of them
 * @param content what it says of each
 * @param sum what the values must come to; null where nothing is stated
 * @param counts how many recipients each class must have; empty where nothing is stated
 */
public record ReferenceTableForm(
        TableId table,
        Kind recipients,
        boolean complete,
        Content content,
        @Nullable Long sum,
        SortedMap<String, Integer> counts) {

    /** Whom a table may speak of. */
    public enum Kind {
        REGIONS,
        MUNICIPALITIES,
        ALL;

        boolean holds(RecipientCode recipient) {
            return switch (this) {
                case REGIONS -> RecipientKind.REGIONS.includes(recipient);
                case MUNICIPALITIES -> RecipientKind.MUNICIPALITIES.includes(recipient);
                case ALL -> true;
            };
        }
    }

    /** What a table says of a recipient. */
    public enum Content {
        /** A whole number, 0 or more. */
        VALUE("recipient", "value"),
        /** One of the classes counted. */
        CLASS("recipient", "class"),
        /** Nothing but that it is named. */
        NAMED("recipient");

        private final List<String> header;

        Content(String... header) {
            this.header = List.of(header);
        }

        /** The columns, as the file's first line has them. */
        public List<String> header() {
            return header;
        }
    }

    public ReferenceTableForm {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
