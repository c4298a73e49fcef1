package se.statsbidrag.allocation.domain;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * An exact tie that waits for an officer's choice (I-K4).
 *
 * @param pot the pot that they tie in
 * @param places how many of the tied get a share
 * @param tied all that tie, by code ascending
 */
public record OpenTie(ProgrammeId programme, PotId pot, int places, List<RecipientCode> tied) {
    public OpenTie {
        tied = List.copyOf(tied);
    }

    /** Why this is no choice among the tied; empty when it is one. */
    public Optional<String> refusal(List<RecipientCode> chosen) {
        if (chosen.size() != places || new TreeSet<>(chosen).size() != places || !tied.containsAll(chosen)) {
            return Optional.of("Exactly %d of %s can be chosen in %s, not %s".formatted(places, tied, pot, chosen));
        }
        return Optional.empty();
    }

    /** The choice as an event. */
    public TieResolved resolved(List<RecipientCode> chosen, String reason) {
        return new TieResolved(programme, pot, tied, chosen.stream().sorted().toList(), reason);
    }
}
