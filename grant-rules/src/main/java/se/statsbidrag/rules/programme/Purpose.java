package se.statsbidrag.rules.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.TableId;

/**
 * What a grant may be used for.
 *
 * @param number as the source counts
 * @param text Swedish, as shown to people
 * @param source the document and paragraph
 * @param reach for whom it is; null for all
 * @param interpretation the id of the interpretation that the reach rests on; null when a source states it
 */
public record Purpose(
        int number,
        String text,
        String source,
        @Nullable Reach reach,
        @Nullable String interpretation) {

    /** For whom a purpose is. */
    public sealed interface Reach {}

    /** For those that have a share in one of the pots. */
    public record WithShareIn(List<PotId> pots) implements Reach {
        public WithShareIn {
            pots = List.copyOf(pots);
        }
    }

    /** For those that a table names. */
    public record NamedIn(TableId table) implements Reach {}
}
