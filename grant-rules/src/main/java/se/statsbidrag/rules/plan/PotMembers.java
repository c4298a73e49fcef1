package se.statsbidrag.rules.plan;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Who is in which pot, and with what share: it follows from a definition alone, so that one who computes many plans by the
 * same definition finds it once. Never changes; safe to share between threads.
 */
public final class PotMembers {
    final ProgrammeDefinition definition;
    final Shares shares;
    private final Map<RecipientCode, Owned> owned = new HashMap<>();
    private final Map<PotId, Set<RecipientCode>> members = new HashMap<>();

    /** The pots that a recipient has shares in, with the shares, in the definition's order of pots. */
    private record Owned(List<PotDefinition> pots, List<Long> shares) {}

    private PotMembers(ProgrammeDefinition definition) {
        this.definition = definition;
        shares = Shares.of(definition);
        definition.recipients().forEach(recipient -> owned.put(recipient.code(), find(recipient.code())));
        definition.pots().forEach(pot -> members.put(pot.id(), new LinkedHashSet<>(find(pot))));
    }

    /** @throws IllegalArgumentException for a definition whose control totals fail */
    public static PotMembers of(ProgrammeDefinition definition) {
        return new PotMembers(definition);
    }

    private Owned find(RecipientCode recipient) {
        List<PotDefinition> pots = definition.pots().stream()
                .filter(pot -> shares.of(pot.id(), recipient) > 0)
                .toList();
        return new Owned(
                pots, pots.stream().map(pot -> shares.of(pot.id(), recipient)).toList());
    }

    private List<RecipientCode> find(PotDefinition pot) {
        return definition.recipientsOf(pot).stream()
                .filter(code -> !(pot.key() instanceof AllocationKey.ShareKey) || shares.of(pot.id(), code) > 0)
                .toList();
    }

    /** Those that have something to get from a source pot, or could earn it, by code ascending. */
    Set<RecipientCode> of(PotDefinition pot) {
        return Objects.requireNonNull(members.get(pot.id()));
    }

    /** The pots that a recipient has shares in, in the definition's order. */
    List<PotDefinition> potsOf(RecipientCode recipient) {
        return Objects.requireNonNull(owned.get(recipient)).pots();
    }

    /** The shares that go with {@link #potsOf}. */
    List<Long> sharesOf(RecipientCode recipient) {
        return Objects.requireNonNull(owned.get(recipient)).shares();
    }
}
