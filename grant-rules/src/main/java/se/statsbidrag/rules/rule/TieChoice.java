package se.statsbidrag.rules.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.statsbidrag.rules.fact.TieResolution;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** An officer's resolution of a tie applies while exactly the same recipients tie for as many places (I-K4). */
public final class TieChoice {
    private TieChoice() {}

    /** The resolution that applies: of several, the latest event's. */
    public static Optional<TieResolution> inForce(
            List<TieResolution> resolutions, PotId pot, List<RecipientCode> tied, int placesLeft) {
        return resolutions.stream()
                .filter(resolution -> resolution.pot().equals(pot)
                        && Set.copyOf(resolution.tied()).equals(Set.copyOf(tied))
                        && Set.copyOf(resolution.chosen()).size() == placesLeft
                        && resolution.chosen().size() == placesLeft
                        && tied.containsAll(resolution.chosen()))
                .max(Comparator.comparing(TieResolution::event));
    }
}
