package se.statsbidrag.events;

import java.util.List;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An officer resolved a tie for the last place that shares a derived pot (I-K4). It holds as long as the same recipients
 * are tied.
 *
 * @param tied all that were tied, in code order
 * @param chosen those of them that share the pot, in code order
 */
public record TieResolved(
        ProgrammeId programme, PotId pot, List<RecipientCode> tied, List<RecipientCode> chosen, String reason)
        implements GrantEvent {
    public TieResolved {
        tied = List.copyOf(tied);
        chosen = List.copyOf(chosen);
    }
}
