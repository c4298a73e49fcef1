package se.statsbidrag.rules.rule;

import java.util.Collection;
import se.statsbidrag.rules.programme.PotDefinition;

/**
 * When a source pot closes: every deadline that closes it has its mark, and no requisition that arrived in time is
 * undecided in it (I-R5). Only then are its remaining funds handed out.
 */
public final class PotClosing {
    private PotClosing() {}

    /** @param standings of those that are in the pot */
    public static boolean closed(
            PotDefinition pot, DeadlinesInForce deadlines, Collection<RequisitionStanding> standings) {
        return pot.closedBy().stream()
                        .allMatch(deadline -> deadlines.byId(deadline).passed() != null)
                && standings.stream().noneMatch(RequisitionStanding.Undecided.class::isInstance);
    }
}
