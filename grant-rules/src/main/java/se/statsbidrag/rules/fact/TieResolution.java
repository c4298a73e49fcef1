package se.statsbidrag.rules.fact;

import java.util.List;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer's choice among recipients that tie for the last place (I-K4). It applies while the same recipients tie.
 *
 * @param pot the pot that they tie in
 * @param tied all that tied when the officer chose
 * @param chosen those of them that get the places left
 * @param event the event of the resolution; of several for the same pot that still apply, the latest position does
 */
public record TieResolution(PotId pot, List<RecipientCode> tied, List<RecipientCode> chosen, EventReference event) {
    public TieResolution {
        tied = List.copyOf(tied);
        chosen = List.copyOf(chosen);
    }
}
