package se.statsbidrag.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.FollowUpPart;

/**
 * What a follow-up report says.
 *
 * @param used how much of the grant was used for its purpose, whole kronor; null while it is not said
 * @param parts those that are written, in the definition's order
 */
public record FollowUpContent(@Nullable Long used, List<Part> parts) {
    public FollowUpContent {
        parts = List.copyOf(parts);
    }

    /** A part of the report, in the recipient's words. */
    public record Part(FollowUpPart part, String text) {}
}
