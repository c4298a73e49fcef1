package se.statsbidrag.rules.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When received money is to be paid back, and what else the source says about it. What it does not say is never printed.
 *
 * @param grounds in the order of the source; none where the definition is of before they were stated
 * @param waiver when the agency may waive a claim; null when the source states no such rule
 * @param appeal whether a decision may be appealed; null when the source states no such rule
 */
public record Repayment(
        List<Ground> grounds,
        @Nullable SourcedText waiver,
        @Nullable SourcedText appeal) {
    /** Nothing is stated. */
    static final Repayment NONE = new Repayment(List.of(), null, null);

    public Repayment {
        grounds = List.copyOf(grounds);
    }

    /**
     * A ground for repayment.
     *
     * @param id its name, such as {@code unused}
     * @param text Swedish, as shown to people
     * @param source the document and paragraph
     */
    public record Ground(String id, String text, String source) {}
}
