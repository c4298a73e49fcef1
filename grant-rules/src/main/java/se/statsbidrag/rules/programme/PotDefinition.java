package se.statsbidrag.rules.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A sum of money with one key.
 *
 * @param id its name
 * @param title Swedish, as shown to people
 * @param funding where its money comes from
 * @param key how it is divided
 * @param rule the number of the rule that states the key, such as R-K5
 * @param recipients whom it is for; null for all recipients of the programme
 * @param closedBy the deadlines that must have passed before it closes; empty for a derived pot, which closes with its
 *     source pot (I-R5)
 * @param source where it is stated
 */
public record PotDefinition(
        PotId id,
        String title,
        Funding funding,
        AllocationKey key,
        String rule,
        @Nullable RecipientKind recipients,
        List<DeadlineId> closedBy,
        String source) {
    public PotDefinition {
        closedBy = List.copyOf(closedBy);
    }

    public boolean isFor(RecipientCode recipient) {
        return recipients == null || recipients.includes(recipient);
    }

    /** Where a pot's money comes from. */
    public sealed interface Funding {}

    /**
     * A source pot: the government set its amount.
     *
     * @param amount whole kronor, 0 or more
     */
    public record Appropriated(long amount) implements Funding {}

    /**
     * A derived pot: a part of what another pot has left when it closes.
     *
     * @param pot the pot whose remaining funds it hands out
     * @param percent the part, whole percent; the parts of one pot are 100 together
     */
    public record RemainderOf(PotId pot, int percent) implements Funding {}
}
