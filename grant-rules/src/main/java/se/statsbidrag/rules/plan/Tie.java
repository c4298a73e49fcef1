package se.statsbidrag.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An exact tie for the last place in a pot that has money to hand out (I-K4).
 *
 * @param pot the pot
 * @param place the place that they tie for, from 1: the first of the places that are left for them
 * @param places how many places are left for the candidates
 * @param candidates all that tie, by code ascending
 * @param chosen those that the plan uses, by code ascending: the officer's choice, or provisionally the greater weight,
 *     then the lower code
 * @param resolvedBy the event of the officer's choice; null while the tie is open
 */
public record Tie(
        PotId pot,
        int place,
        int places,
        List<RecipientCode> candidates,
        List<RecipientCode> chosen,
        @Nullable EventReference resolvedBy) {
    public Tie {
        candidates = List.copyOf(candidates);
        chosen = List.copyOf(chosen);
    }

    public boolean open() {
        return resolvedBy == null;
    }
}
