package se.statsbidrag.rules.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a pot comes to before the plan is put together.
 *
 * @param pot the definition
 * @param closed whether it is closed
 * @param amount whole kronor
 * @param lines what recipients are due; one that is not there is due 0
 * @param tie the tie for its last place, if any
 */
record PotOutcome(
        PotDefinition pot,
        boolean closed,
        long amount,
        Map<RecipientCode, Long> lines,
        @Nullable Tie tie) {
    PotOutcome {
        lines = Map.copyOf(lines);
    }

    long line(RecipientCode recipient) {
        return lines.getOrDefault(recipient, 0L);
    }

    long distributed() {
        return lines.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    long undistributed() {
        return Math.subtractExact(amount, distributed());
    }
}
